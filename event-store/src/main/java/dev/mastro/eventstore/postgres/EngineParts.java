package dev.mastro.eventstore.postgres;

import dev.mastro.eventstore.EarlierStates;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** The beans that an engine is made of. */
public record EngineParts(
        TransactionManager transactions,
        ConnectionProvider connections,
        PersistenceExceptionResolver conflicts,
        Serializer events,
        Serializer snapshots,
        EventUpcaster upcasters,
        EarlierStates earlier) {}
