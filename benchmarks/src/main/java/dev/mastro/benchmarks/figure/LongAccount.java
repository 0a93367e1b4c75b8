package dev.mastro.benchmarks.figure;

import java.util.concurrent.locks.LockSupport;

/** An account with a long history, most of it copies of its last fact. */
final class LongAccount {

    private static final long PAUSE_NANOS = 5_000_000;

    private static final String LENGTHEN =
            """
            INSERT INTO ledger_event (
                aggregate_type, aggregate_id, sequence_number, event_id, recorded_at,
                recorded_at_text, payload_type, revision, payload, metadata)
            SELECT aggregate_type, aggregate_id, sequence_number + number, gen_random_uuid(),
                   recorded_at, recorded_at_text, payload_type, revision, payload, metadata
              FROM (SELECT * FROM ledger_event WHERE aggregate_id = :account
                     ORDER BY sequence_number DESC LIMIT 1) AS event,
                   generate_series(1, :more) AS number
             WHERE pg_current_xact_id() IS NOT NULL
             ORDER BY number
            """;

    private final Ledger ledger;
    private final String account;

    LongAccount(Ledger ledger, int events) {
        this.ledger = ledger;
        this.account = Ledger.openSwitchable(ledger.http());
        ledger.setAutoApply(account, false);
        long missing = events - length();
        if (missing > 0) {
            var _ =
                    ledger.jdbc()
                            .sql(LENGTHEN)
                            .param("account", account)
                            .param("more", missing)
                            .update();
        }
        awaitProjected();
    }

    String account() {
        return account;
    }

    private long length() {
        return ledger.jdbc()
                .sql("SELECT count(*) FROM ledger_event WHERE aggregate_id = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    private void awaitProjected() {
        while (ledger.jdbc()
                        .sql("SELECT count(*) FROM timeline_item WHERE account_id = ?::uuid")
                        .param(account)
                        .query(Long.class)
                        .single()
                < length()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
