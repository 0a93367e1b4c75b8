package dev.mastro.eventstore.platform;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.StreamEnds;
import dev.mastro.eventstore.TrackingTokens;
import dev.mastro.eventstore.append.SideRows;
import java.time.Duration;
import java.util.OptionalLong;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The events in Axon Server: {@code mastro.event-store=axon-server}. The connector's own
 * auto-configuration brings the store and the buses; what it lacks is here.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = EventStoreMode.PROPERTY, havingValue = "axon-server")
class AxonServerLogConfiguration {

    @Bean
    LogPosition logPosition(EventStore store) {
        return new LogPosition() {
            @Override
            public long head() {
                return TrackingTokens.position(store.createHeadToken());
            }

            // The server gives a position with the commit.
            @Override
            public OptionalLong settledHead(Duration atMost) {
                return OptionalLong.of(head());
            }
        };
    }

    /** The events are elsewhere; the rows share the database transaction of their command. */
    @Bean
    SideRows sideRows() {
        return SideRows.AT_ONCE;
    }

    @Bean
    CommandTransactions commandTransactions(TransactionManager transactions) {
        return new CommandTransactions(transactions);
    }

    /** The server sends every command of an account to one process. */
    @Bean
    StreamEnds streamEnds() {
        return StreamEnds.NOBODY_ELSE;
    }

    /** Axon's own indicator names a class that Spring Boot 4 has moved, and is left out. */
    @Bean
    HealthIndicator axonServerHealthIndicator(AxonServerConnectionManager connections) {
        return new AxonServerHealth(connections::connections);
    }
}
