package dev.mastro.command.due;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the billing run works.
 *
 * @param threads how many accounts are worked on at once in one process; 0 for sixteen per core,
 *     because most of them wait for a flush that they share
 */
@ConfigurationProperties("mastro.billing")
public record DueSettings(@DefaultValue("0") int threads) {

    private static final int PER_CORE = 16;

    int workers() {
        return threads > 0 ? threads : PER_CORE * Runtime.getRuntime().availableProcessors();
    }
}
