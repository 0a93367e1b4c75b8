package dev.mastro.chaos.rows;

import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.codec.EventTypes;
import dev.mastro.shared.codec.LedgerJson;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Folds the raw events of accounts and puts the result beside what the read model shows. */
final class FoldReader {

    private static final JsonMapper JSON = LedgerJson.mapper();

    private static final String EVENTS =
            """
            SELECT payload_type, convert_from(payload, 'UTF8') AS payload FROM ledger_event
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

    private record Stored(String payloadType, String payload) {}

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
        for (Stored stored : Select.list(database, Stored.class, EVENTS, account)) {
            AccountEvent event = event(stored);
            state =
                    event instanceof AccountOpened opened
                            ? AccountState.opened(opened)
                            : Objects.requireNonNull(state).after(event);
        }
        return JSON.writeValueAsString(state);
    }

    private static AccountEvent event(Stored stored) {
        Class<?> type = Objects.requireNonNull(EventTypes.find(stored.payloadType()));
        return (AccountEvent) JSON.readValue(stored.payload(), type);
    }
}
