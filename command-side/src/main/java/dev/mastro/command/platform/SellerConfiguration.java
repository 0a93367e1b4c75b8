package dev.mastro.command.platform;

import dev.mastro.command.catalog.Sellers;
import dev.mastro.command.catalog.file.SellerFiles;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the sellers once, at the start; a mistake in a file stops it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SellerSettings.class)
class SellerConfiguration {

    @Bean
    Sellers sellers(SellerSettings settings) {
        return SellerFiles.load(settings.folder().map(Path::of));
    }
}
