package dev.mastro.eventstore.platform;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything that both sides need of Axon, each bean by hand. Needs a {@code DataSource}; {@code
 * mastro.event-store} decides where the events are, {@code mastro.clock} what time it is.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    ClockConfiguration.class,
    SerializerConfiguration.class,
    StorageConfiguration.class,
    ReadModelsConfiguration.class,
    PostgresLogConfiguration.class,
    CheckpointConfiguration.class,
    AxonServerLogConfiguration.class,
    MessagingConfiguration.class,
    GuardConfiguration.class
})
public class EventStoreConfiguration {}
