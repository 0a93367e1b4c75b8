package dev.mastro.command.due;

import dev.mastro.shared.account.AccountId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts there are, whatever the index of due items says. */
@Component
class LoggedAccounts {

    private static final String LOST =
            """
            SELECT NOT EXISTS (SELECT FROM due_item)
                   AND (EXISTS (SELECT FROM ledger_event)
                        OR EXISTS (SELECT FROM ledger_lookup))
            """;

    private static final String ACCOUNTS =
            """
            SELECT aggregate_id AS account_id FROM ledger_event
             WHERE aggregate_type = 'Account' AND sequence_number = 0
             UNION
            SELECT account_id::text FROM ledger_lookup
            """;

    private final JdbcClient jdbc;

    LoggedAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there are accounts and nothing is due. */
    boolean indexIsLost() {
        return jdbc.sql(LOST).query(Boolean.class).single();
    }

    List<AccountId> accounts() {
        return jdbc.sql(ACCOUNTS)
                .query((row, number) -> AccountId.of(row.getString("account_id")))
                .list();
    }
}
