package dev.mastro.command.due;

import dev.mastro.shared.account.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the due items; a lease on one is in real time, whatever the ledger's clock says. */
@Component
class DueItemTable {

    private static final String CHANGE =
            """
            WITH gone AS (
                DELETE FROM due_item
                 USING unnest(?::text[], ?::text[]) AS key (kind, subject)
                 WHERE due_item.kind = key.kind AND due_item.subject = key.subject)
            INSERT INTO due_item (kind, subject, account_id, due_on, due_at, amount)
            SELECT kind, subject, account_id, due_on, due_at, amount
              FROM unnest(?::text[], ?::text[], ?::uuid[], ?::date[], ?::timestamptz[], ?::text[])
                   AS item (kind, subject, account_id, due_on, due_at, amount)
            ON CONFLICT (kind, subject) DO UPDATE
               SET due_on = excluded.due_on, due_at = excluded.due_at, amount = excluded.amount,
                   claimed_by = NULL, claimed_until = NULL, attempts = 0, failed_in = NULL,
                   error = NULL
            """;

    private static final String CLEAR =
            """
            DELETE FROM due_item WHERE account_id = ANY (?) AND kind <> 'CAPTURE'
            """;

    private static final String ONE_CLAIM_AT_A_TIME =
            """
            SELECT pg_advisory_xact_lock(hashtext('mastro due_item claim'))
            """;

    /**
     * Stops at the limit, so that it costs the same however much is due. A sum hides the date from
     * the planner where only the account may lead to the rows: with statistics from before anything
     * was due it would go through everything that is due, for each account.
     */
    private static final String CLAIM =
            """
            UPDATE due_item
               SET claimed_by = :holder,
                   claimed_until = clock_timestamp() + interval '2 minutes'
             WHERE ctid = ANY (ARRAY(
                   SELECT ctid
                     FROM due_item
                    WHERE due_at + interval '0' <= :through
                      AND account_id = ANY (ARRAY(
                          SELECT account_id
                            FROM due_item AS soonest
                           WHERE due_at <= :through
                             AND (claimed_until IS NULL OR claimed_until < clock_timestamp())
                             AND NOT EXISTS (
                                 SELECT FROM due_item AS other
                                  WHERE other.account_id = soonest.account_id
                                    AND other.due_at + interval '0' <= :through
                                    AND (other.failed_in = :run
                                         OR other.claimed_until >= clock_timestamp()))
                           ORDER BY due_at
                           LIMIT :limit))
                      FOR UPDATE SKIP LOCKED))
            RETURNING kind, subject, account_id, due_on, due_at, amount
            """;

    private static final String OF_ACCOUNT =
            """
            SELECT kind, subject, account_id, due_on, due_at, amount
              FROM due_item
             WHERE account_id = :account AND due_at <= :through
            """;

    private static final String FINISH =
            """
            DELETE FROM due_item
             USING unnest(?::text[], ?::text[], ?::timestamptz[]) AS done (kind, subject, due_at)
             WHERE due_item.kind = done.kind AND due_item.subject = done.subject
               AND due_item.due_at = done.due_at
            """;

    private static final String FORGET_CAPTURES =
            """
            DELETE FROM due_item WHERE kind = 'CAPTURE' AND subject = ANY (?)
            """;

    private static final String FAIL =
            """
            UPDATE due_item
               SET attempts = attempts + 1, failed_in = :run, error = :error,
                   claimed_by = NULL, claimed_until = NULL
             WHERE kind = :kind AND subject = :subject AND due_at = :dueAt
            """;

    private static final String RELEASE =
            """
            UPDATE due_item SET claimed_by = NULL, claimed_until = NULL
              FROM unnest(?::text[], ?::text[]) AS key (kind, subject)
             WHERE due_item.kind = key.kind AND due_item.subject = key.subject
            """;

    private static final String COUNT =
            """
            SELECT count(*) FROM due_item WHERE due_at <= :through
            """;

    private static final String NEXT =
            """
            SELECT due_at FROM due_item
             WHERE due_at <= :through
               AND account_id NOT IN (SELECT account_id FROM due_item WHERE failed_in = :run)
             ORDER BY due_at
             LIMIT 1
            """;

    private final JdbcClient jdbc;

    DueItemTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts changes of several accounts into the table, in the transaction of those who call. */
    void change(List<DueChanges> changes) {
        List<DueKey> gone = changes.stream().flatMap(one -> one.gone().stream()).sorted().toList();
        List<DueItem> wanted =
                changes.stream()
                        .flatMap(one -> one.wanted().stream())
                        .sorted(Comparator.comparing(DueItem::key))
                        .toList();
        jdbc.sql(CHANGE)
                .param(texts(gone, key -> key.kind().name()))
                .param(texts(gone, DueKey::subject))
                .param(texts(wanted, item -> item.kind().name()))
                .param(texts(wanted, DueItem::subject))
                .param(texts(wanted, item -> item.accountId().toString()))
                .param(texts(wanted, item -> item.dueOn().toString()))
                .param(texts(wanted, item -> item.dueAt().toString()))
                .param(texts(wanted, DueItemTable::amount))
                .update();
    }

    /** Everything that an account waits for. */
    record WholeAccount(AccountId account, List<DueItem> items) {}

    /** Replaces everything known about accounts but what only the outside world knows. */
    void replace(List<WholeAccount> accounts) {
        UUID[] ids = accounts.stream().map(one -> one.account().value()).toArray(UUID[]::new);
        jdbc.sql(CLEAR).param(ids).update();
        change(accounts.stream().map(one -> new DueChanges(one.items(), List.of())).toList());
    }

    /**
     * Takes the due items of some accounts, for a while in which nobody else gets them. Accounts on
     * which this run has failed, and those in other hands, are left out. Must be called in a short
     * transaction.
     */
    List<DueItem> claim(Claim claim, Instant through) {
        jdbc.sql(ONE_CLAIM_AT_A_TIME).query((row, number) -> 1).single();
        return jdbc.sql(CLAIM)
                .param("through", utc(through))
                .param("run", claim.run())
                .param("limit", claim.accounts())
                .param("holder", claim.holder())
                .query(DueItemTable::item)
                .list();
    }

    List<DueItem> dueOf(AccountId account, Instant through) {
        return jdbc.sql(OF_ACCOUNT)
                .param("account", account.value())
                .param("through", utc(through))
                .query(DueItemTable::item)
                .list();
    }

    /** Removes what was done, unless its command has moved it to another day. */
    void finish(Collection<DueItem> items) {
        List<DueItem> done = items.stream().sorted(Comparator.comparing(DueItem::key)).toList();
        if (!done.isEmpty()) {
            jdbc.sql(FINISH)
                    .param(texts(done, item -> item.kind().name()))
                    .param(texts(done, DueItem::subject))
                    .param(texts(done, item -> item.dueAt().toString()))
                    .update();
        }
    }

    void forgetCaptures(Collection<String> references) {
        jdbc.sql(FORGET_CAPTURES).param(references.toArray(String[]::new)).update();
    }

    void fail(DueItem item, long run, String error) {
        jdbc.sql(FAIL)
                .param("run", run)
                .param("error", error)
                .param("kind", item.kind().name())
                .param("subject", item.subject())
                .param("dueAt", utc(item.dueAt()))
                .update();
    }

    /** Gives back what was claimed and not tried. */
    void release(Collection<DueItem> untried) {
        if (!untried.isEmpty()) {
            jdbc.sql(RELEASE)
                    .param(texts(untried, item -> item.kind().name()))
                    .param(texts(untried, DueItem::subject))
                    .update();
        }
    }

    long count(Instant through) {
        return jdbc.sql(COUNT).param("through", utc(through)).query(Long.class).single();
    }

    /** When the next item is due that this run has not failed on. */
    Optional<Instant> next(Instant through, long run) {
        return jdbc.sql(NEXT)
                .param("through", utc(through))
                .param("run", run)
                .query((row, number) -> row.getObject("due_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Who claims the items of at most how many accounts, in which run. */
    record Claim(long run, String holder, int accounts) {}

    private static DueItem item(ResultSet row, int number) throws SQLException {
        String amount = row.getString("amount");
        return new DueItem(
                new DueKey(DueKind.valueOf(row.getString("kind")), row.getString("subject")),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("due_on", LocalDate.class),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                amount == null ? null : Money.parse(amount));
    }

    @SuppressWarnings("NullAway") // A column of texts may hold nulls.
    private static String amount(DueItem item) {
        return item.amount() == null ? null : item.amount().toString();
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
