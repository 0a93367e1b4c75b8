package dev.mastro.command.platform;

import dev.mastro.command.catalog.DocumentPolicy.Numbering;
import dev.mastro.command.catalog.Seller;
import dev.mastro.command.catalog.Sellers;
import dev.mastro.command.catalog.file.SellerFiles;
import dev.mastro.eventstore.platform.EventStoreMode;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads the sellers once, at the start; a mistake in a file stops it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SellerSettings.class)
class SellerConfiguration {

    @Bean
    Sellers sellers(SellerSettings settings, Environment environment) {
        Sellers sellers = SellerFiles.load(settings.folder().map(Path::of));
        if ("axon-server".equals(environment.getProperty(EventStoreMode.PROPERTY))) {
            sellers.all().forEach(SellerConfiguration::requireNumbersOfAccounts);
        }
        return sellers;
    }

    /** Without one transaction for a number and its event, a crash leaves a gap. */
    private static void requireNumbersOfAccounts(Seller seller) {
        boolean shared =
                seller.policies().stream()
                        .anyMatch(policy -> policy.documents().numbering() == Numbering.PER_SELLER);
        if (shared) {
            throw new IllegalStateException(
                    "seller %s numbers its documents PER_SELLER, which needs %s=postgres"
                            .formatted(seller.code(), EventStoreMode.PROPERTY));
        }
    }
}
