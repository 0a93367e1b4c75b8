package dev.mastro.eventstore.platform;

import dev.mastro.eventstore.ReadModels;
import dev.mastro.eventstore.StoredTokens;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the readers of the log are; the reading side knows it better and brings its own bean. */
@Configuration(proxyBeanMethods = false)
class ReadModelsConfiguration {

    @Bean
    StoredTokens storedTokens(DataSource dataSource, Serializer serializer) {
        return new StoredTokens(JdbcClient.create(dataSource), serializer);
    }

    @Bean
    @Fallback
    ReadModels storedReadModels(StoredTokens tokens) {
        return new StoredReadModels(tokens);
    }
}
