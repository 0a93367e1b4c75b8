package dev.mastro.query.platform;

import dev.mastro.shared.codec.LedgerJson;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The JSON of answers; the other side brings the same settings, which does not hurt. */
@Configuration(proxyBeanMethods = false)
class QueryWebConfiguration {

    @Bean
    JsonMapperBuilderCustomizer queryJson() {
        return LedgerJson::configureStrictly;
    }

    @Bean
    WebMvcConfigurer strictReads(Letters letters) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new UnknownParameters()).addPathPatterns("/api/**");
                registry.addInterceptor(new StaleReads(letters))
                        .addPathPatterns("/api/v1/**")
                        .excludePathPatterns("/api/v1/projections/**");
            }
        };
    }
}
