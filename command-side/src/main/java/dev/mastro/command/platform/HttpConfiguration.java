package dev.mastro.command.platform;

import dev.mastro.command.facts.FactsListener;
import dev.mastro.command.http.CallResolver;
import dev.mastro.command.http.NewIds;
import dev.mastro.command.http.ProblemValve;
import dev.mastro.command.http.StrictJsonConverter;
import dev.mastro.shared.codec.LedgerJson;
import java.util.List;
import java.util.UUID;
import org.apache.catalina.core.StandardHost;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests become commands, and commands answers. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    @Bean
    NewIds newIds() {
        return UUID::randomUUID;
    }

    @Bean
    JsonMapperBuilderCustomizer commandJson() {
        return LedgerJson::configureStrictly;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer() {
        return factory ->
                factory.addContextCustomizers(context ->
                        ((StandardHost) context.getParent())
                                .setErrorReportValveClass(ProblemValve.class.getName()));
    }

    /** Not a bean of its own: Axon would register that one as well. */
    @Bean
    SmartInitializingSingleton answeringCommands(
            SimpleCommandBus bus,
            Admission admission,
            StoredAnswers answers,
            List<FactsListener> listeners) {
        AnsweringInterceptor interceptor = new AnsweringInterceptor(admission, answers, listeners);
        return () -> bus.registerHandlerInterceptor(interceptor);
    }

    @Bean
    WebMvcConfigurer strictRequests(CallResolver calls) {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
                builder.addCustomConverter(new StrictJsonConverter());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new UnknownParameters()).addPathPatterns("/api/**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(calls);
            }
        };
    }
}
