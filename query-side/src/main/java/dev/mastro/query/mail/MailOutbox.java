package dev.mastro.query.mail;

import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.PageRequest;
import dev.mastro.query.platform.Rows;
import dev.mastro.query.seller.Occasion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is to be mailed, and what became of it. It has no name and no address in it. Leases and
 * retries are in real time, whatever the ledger's clock says.
 */
@Component
class MailOutbox {

    private static final String ADD =
            """
            INSERT INTO mail_outbox (event_id, account_id, occasion, cause, stream, sequence,
                                     position)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                                 ?::bigint[], ?::bigint[])
                ON CONFLICT DO NOTHING
            """;

    private static final String CLAIM =
            """
            WITH due AS (
                SELECT event_id FROM mail_outbox
                 WHERE state = 'WAITING' AND next_try_at <= clock_timestamp()
                 ORDER BY next_try_at, position
                 LIMIT 1
                   FOR UPDATE SKIP LOCKED)
            UPDATE mail_outbox
               SET next_try_at = clock_timestamp() + :millis * interval '1 millisecond',
                   attempts = attempts + 1
              FROM due
             WHERE mail_outbox.event_id = due.event_id
            RETURNING mail_outbox.event_id, account_id, occasion, cause, stream, sequence, position,
                      attempts
            """;

    private static final String DONE =
            """
            UPDATE mail_outbox
               SET state = :state, occasion = :occasion, failure = :failure,
                   done_at = clock_timestamp()
             WHERE event_id = :id
            """;

    private static final String RETRY =
            """
            UPDATE mail_outbox
               SET failure = :failure,
                   next_try_at = clock_timestamp() + :millis * interval '1 millisecond'
             WHERE event_id = :id
            """;

    private static final String OF_ACCOUNT =
            """
            SELECT event_id, account_id, occasion, state, attempts, failure, done_at, next_try_at,
                   position
              FROM mail_outbox
             WHERE account_id = ?
             ORDER BY position
             LIMIT 500
            """;

    private static final String IN_STATE =
            """
            SELECT event_id, account_id, occasion, state, attempts, failure, done_at, next_try_at,
                   position
              FROM mail_outbox
             WHERE state = :state AND position > :after
             ORDER BY position
             LIMIT :fetch
            """;

    private final JdbcClient jdbc;
    private final Duration lease;

    MailOutbox(JdbcClient jdbc, MailSettings settings) {
        this.jdbc = jdbc;
        this.lease = settings.lease();
    }

    /** What became of a mail. */
    enum State {
        WAITING,
        SENT,
        /** The policy of the day asks for none, or the customer has told no address. */
        NOT_NEEDED,
        /** The address is not known, or nobody has taken the mail in all attempts. */
        FAILED
    }

    /** A mail that is to be sent now, for the {@code attempts}th time. */
    record Claimed(Cause cause, int attempts) {}

    /** A mail as people see it; {@code at} is when it was done, {@code nextAttemptAt} is ahead. */
    record Mail(
            String cause,
            UUID accountId,
            Occasion occasion,
            State state,
            int attempts,
            @Nullable String failure,
            @Nullable Instant at,
            @Nullable Instant nextAttemptAt) {}

    void add(List<Cause> causes) {
        Rows<Cause> rows = new Rows<>(causes);
        if (!causes.isEmpty()) {
            jdbc.sql(ADD)
                    .param(1, rows.column(Cause::eventId))
                    .param(2, rows.column(Cause::account))
                    .param(3, rows.column(Cause::occasion))
                    .param(4, rows.column(Cause::key))
                    .param(5, rows.column(Cause::stream))
                    .param(6, rows.column(Cause::sequence))
                    .param(7, rows.column(Cause::position))
                    .update();
        }
    }

    /** A mail that nobody else gets for a while; whoever dies with it leaves it to the next. */
    Optional<Claimed> claimNext() {
        return jdbc.sql(CLAIM)
                .param("millis", lease.toMillis())
                .query(MailOutbox::claimed)
                .optional();
    }

    void done(Cause cause, State state, Occasion occasion, @Nullable String failure) {
        jdbc.sql(DONE)
                .param("state", state.name())
                .param("occasion", occasion.name())
                .param("failure", failure)
                .param("id", UUID.fromString(cause.eventId()))
                .update();
    }

    void retry(Cause cause, String failure, Duration in) {
        jdbc.sql(RETRY)
                .param("failure", failure)
                .param("millis", in.toMillis())
                .param("id", UUID.fromString(cause.eventId()))
                .update();
    }

    List<Mail> ofAccount(UUID account) {
        return jdbc.sql(OF_ACCOUNT).param(account).query(MailOutbox::mail).list();
    }

    /** Those in a state, the oldest cause first. */
    Page<Mail> in(State state, PageRequest page) {
        return Page.of(
                jdbc.sql(IN_STATE)
                        .param("state", state.name())
                        .param("after", page.after())
                        .param("fetch", page.fetch())
                        .query((row, number) ->
                                new Page.Place<>(row.getLong("position"), mail(row, number)))
                        .list(),
                page);
    }

    private static Claimed claimed(ResultSet row, int number) throws SQLException {
        return new Claimed(
                new Cause(
                        row.getString("event_id"),
                        row.getObject("account_id", UUID.class),
                        Occasion.valueOf(row.getString("occasion")),
                        row.getString("cause"),
                        row.getString("stream"),
                        row.getLong("sequence"),
                        row.getLong("position")),
                row.getInt("attempts"));
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        return new Mail(
                row.getString("event_id"),
                row.getObject("account_id", UUID.class),
                Occasion.valueOf(row.getString("occasion")),
                state,
                row.getInt("attempts"),
                row.getString("failure"),
                instant(row, "done_at"),
                state == State.WAITING ? instant(row, "next_try_at") : null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
