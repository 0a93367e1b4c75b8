package dev.mastro.command.platform;

import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.work.Answer;
import dev.mastro.eventstore.append.SideRows;
import dev.mastro.eventstore.append.SideTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** First answers by idempotency key, in the transaction of the facts they tell of. */
@Component
class StoredAnswers {

    private static final String FIND =
            """
            SELECT body_hash, status, body FROM idempotent_answer
             WHERE account_id = :account AND key = :key
            """;

    private static final String STORE =
            """
            INSERT INTO idempotent_answer (account_id, key, body_hash, status, body)
            SELECT account_id, key, body_hash, status, body
              FROM unnest(?::uuid[], ?::text[], ?::text[], ?::integer[], ?::text[])
                   AS answer (account_id, key, body_hash, status, body)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final SideRows sideRows;
    private final SideTable<Stored> table = this::insert;

    StoredAnswers(JdbcClient jdbc, SideRows sideRows) {
        this.jdbc = jdbc;
        this.sideRows = sideRows;
    }

    private record Row(String bodyHash, int status, String body) {}

    private record Stored(IdempotencyKey key, Answer answer) {}

    /** The first answer to this key; a refusal when the key came with another body then. */
    Optional<Answer> find(IdempotencyKey key) {
        return jdbc.sql(FIND)
                .param("account", key.account().value())
                .param("key", key.key())
                .query((row, _) ->
                        new Row(
                                row.getString("body_hash"),
                                row.getInt("status"),
                                row.getString("body")))
                .optional()
                .map(row ->
                        row.bodyHash().equals(key.bodyHash())
                                ? Answer.of(row.status(), row.body()).again()
                                : reused(key));
    }

    /** Keeps the answer when the current command is committed. */
    void store(IdempotencyKey key, Answer answer) {
        sideRows.add(table, new Stored(key, answer));
    }

    /** A twin that stored its answer first makes this one start again and find it. */
    private void insert(List<Stored> rows) {
        int stored =
                jdbc.sql(STORE)
                        .param(1, column(rows, row -> row.key().account().toString()))
                        .param(2, column(rows, row -> row.key().key()))
                        .param(3, column(rows, row -> row.key().bodyHash()))
                        .param(
                                4,
                                rows.stream()
                                        .map(row -> row.answer().status())
                                        .toArray(Integer[]::new))
                        .param(5, column(rows, row -> row.answer().body()))
                        .update();
        if (stored != rows.size()) {
            throw new ConcurrencyException("the same key was answered meanwhile");
        }
    }

    private static String[] column(List<Stored> rows, Function<Stored, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static Answer reused(IdempotencyKey key) {
        return Answers.refused(
                Rejection.IDEMPOTENCY_KEY_REUSED
                        .because(
                                "This key came with another request before.",
                                Map.of("idempotencyKey", key.key()),
                                "Use a new key for a new request.")
                        .refusal());
    }
}
