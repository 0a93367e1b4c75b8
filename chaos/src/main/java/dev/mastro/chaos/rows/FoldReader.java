package dev.mastro.chaos.rows;

import dev.mastro.eventstore.codec.EventSerializer;
import dev.mastro.eventstore.codec.StoredEvents;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.codec.LedgerJson;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Folds the raw events of accounts and puts the result beside what the read model shows. */
final class FoldReader {

    private static final JsonMapper JSON = LedgerJson.mapper();

    private static final Serializer SERIALIZER = EventSerializer.create();
    private static final EventUpcasterChain UPCASTERS = StoredEvents.upcasters();

    private static final String EVENTS =
            """
            SELECT sequence_number, event_id::text AS id, recorded_at_text AS recorded_at,
                   payload_type, revision, payload, metadata
              FROM ledger_event
             WHERE aggregate_id = ? ORDER BY sequence_number
            """;

    private static final String SHOWN =
            """
            SELECT state::text FROM accounts WHERE id = ?::uuid
            """;

    private final JdbcClient database;

    FoldReader(JdbcClient database) {
        this.database = database;
    }

    List<StateRow> compare(List<String> accounts) {
        return accounts.stream().map(this::compare).toList();
    }

    private StateRow compare(String account) {
        String shown = database.sql(SHOWN).param(account).query(String.class).single();
        return new StateRow(
                "account " + account, Canonical.of(folded(account)), Canonical.of(shown));
    }

    private String folded(String account) {
        @Nullable AccountState state = null;
        for (AccountEvent event : events(account)) {
            state =
                    event instanceof AccountOpened opened
                            ? AccountState.opened(opened)
                            : Objects.requireNonNull(state).after(event);
        }
        return JSON.writeValueAsString(state);
    }

    /** As they are stored, or as what they have become since. */
    private List<AccountEvent> events(String account) {
        List<GenericDomainEventEntry<byte[]>> stored =
                database.sql(EVENTS)
                        .param(account)
                        .query((row, _) ->
                                new GenericDomainEventEntry<>(
                                        "Account",
                                        account,
                                        row.getLong("sequence_number"),
                                        row.getString("id"),
                                        row.getString("recorded_at"),
                                        row.getString("payload_type"),
                                        row.getString("revision"),
                                        row.getBytes("payload"),
                                        row.getBytes("metadata")))
                        .list();
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        stored.stream(), SERIALIZER, UPCASTERS)
                .asStream()
                .map(event -> (AccountEvent) event.getPayload())
                .toList();
    }
}
