package dev.mastro.eventstore.platform;

import dev.mastro.eventstore.codec.EventSerializer;
import dev.mastro.eventstore.codec.MessageSerializer;
import dev.mastro.eventstore.codec.StoredEvents;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The three serializers, and what makes old events new. */
@Configuration(proxyBeanMethods = false)
class SerializerConfiguration {

    @Bean
    @Primary
    Serializer serializer() {
        return MessageSerializer.create();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return MessageSerializer.create();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return EventSerializer.create();
    }

    @Bean
    EventUpcasterChain eventUpcasters() {
        return StoredEvents.upcasters();
    }
}
