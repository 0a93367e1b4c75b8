package dev.mastro.command.platform;

import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.work.Answer;
import java.util.Map;
import java.util.Optional;
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
            VALUES (:account, :key, :bodyHash, :status, :body)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;

    StoredAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String bodyHash, int status, String body) {}

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

    /** A twin that stored its answer first makes this one start again and find it. */
    void store(IdempotencyKey key, Answer answer) {
        int stored =
                jdbc.sql(STORE)
                        .param("account", key.account().value())
                        .param("key", key.key())
                        .param("bodyHash", key.bodyHash())
                        .param("status", answer.status())
                        .param("body", answer.body())
                        .update();
        if (stored == 0) {
            throw new ConcurrencyException("the same key was answered meanwhile");
        }
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
