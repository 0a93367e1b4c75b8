package dev.mastro.eventstore.platform;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What both sides need from Axon, Spring and Flyway, with the lowest precedence. Only the switch of
 * the Axon Server connector has the highest, because {@code mastro.event-store} alone decides.
 */
public final class EventStoreDefaults implements EnvironmentPostProcessor, Ordered {

    /** Four times what one takes, about. */
    private static final long HEAP_FOR_EACH = 16_384;

    private static final Map<String, Object> DEFAULTS =
            Map.ofEntries(
                    Map.entry(EventStoreMode.PROPERTY, "postgres"),
                    Map.entry("mastro.event-store.require-durable", "true"),
                    Map.entry("mastro.event-store.announce", "true"),
                    Map.entry("mastro.aggregate-cache.size", Long.toString(aggregates())),
                    Map.entry("mastro.command.patience", "5s"),
                    Map.entry("mastro.checkpoint.key-file", ""),
                    Map.entry("mastro.checkpoint.make-key", "false"),
                    Map.entry("mastro.checkpoint.earlier-keys", ""),
                    Map.entry("mastro.checkpoint.folder", ""),
                    // Axon 4.13.0 takes a stack trace for each handler call when this is on.
                    Map.entry("axon.timeout.enabled", "false"),
                    Map.entry("axon.update-check.disabled", "true"),
                    Map.entry("axon.serializer.general", "jackson3"),
                    Map.entry("axon.serializer.messages", "jackson3"),
                    Map.entry("axon.serializer.events", "jackson3"),
                    // A command that waits for an aggregate must not hold a connection meanwhile.
                    Map.entry("spring.datasource.connection-fetch", "lazy"),
                    // Commands that read at once are as many (ADR 13).
                    Map.entry("spring.datasource.hikari.maximum-pool-size", "10"),
                    // Who gets no connection soon is told to come again, not kept for half a
                    // minute.
                    Map.entry("spring.datasource.hikari.connection-timeout", "5000"),
                    // A server that was cut off silently must be noticed.
                    Map.entry(
                            "spring.datasource.hikari.data-source-properties.tcpKeepAlive", "true"),
                    // Each process brings the scripts of its own side into one history.
                    Map.entry("spring.flyway.out-of-order", "true"),
                    Map.entry("spring.flyway.ignore-migration-patterns", "*:missing,*:future"));

    /** As many as take about a quarter of the memory. */
    private static long aggregates() {
        return Runtime.getRuntime().maxMemory() / HEAP_FOR_EACH;
    }

    /** After the files of the application have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("event-store-defaults", DEFAULTS));
        EventStoreMode mode =
                EventStoreMode.of(environment.getRequiredProperty(EventStoreMode.PROPERTY));
        Map<String, Object> connector =
                Map.of("axon.axonserver.enabled", mode == EventStoreMode.AXON_SERVER);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("event-store-switch", connector));
        // Axon asks the system property, not the environment of Spring.
        System.setProperty("disable-axoniq-console-message", "true");
    }
}
