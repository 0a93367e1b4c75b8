package dev.mastro.command.due;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the billing run works.
 *
 * @param threads how many accounts are worked on at once in one process; 0 for two per core
 */
@ConfigurationProperties("mastro.billing")
public record DueSettings(@DefaultValue("0") int threads) {

    int workers() {
        return threads > 0 ? threads : 2 * Runtime.getRuntime().availableProcessors();
    }
}
