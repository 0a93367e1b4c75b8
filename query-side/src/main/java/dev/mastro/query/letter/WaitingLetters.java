package dev.mastro.query.letter;

import dev.mastro.eventstore.TrackingTokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code dead_letter_entry}; what happened itself is in the log. */
@Component
class WaitingLetters {

    private static final String OF =
            """
            SELECT sequence_identifier, token, token_type, payload_type, enqueued_at, cause_message
              FROM dead_letter_entry
             WHERE processing_group = ?
            """;

    private static final String REMOVE =
            """
            DELETE FROM dead_letter_entry
             WHERE processing_group = ? AND sequence_identifier = ?
            """;

    private static final String STILL_FAILS =
            """
            UPDATE dead_letter_entry
               SET cause_type = :type, cause_message = :message
             WHERE processing_group = :projection AND sequence_identifier = :account
               AND cause_message IS NOT NULL
            """;

    private final JdbcClient jdbc;
    private final Serializer serializer;

    WaitingLetters(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** An event that was put aside; without a cause when it only came behind another one. */
    record Letter(
            String account,
            long position,
            String type,
            String putAsideAt,
            @Nullable String cause) {}

    /** In the order of the log. */
    List<Letter> of(String projection) {
        return jdbc.sql(OF).param(projection).query((row, _) -> letter(row)).list().stream()
                .sorted(Comparator.comparingLong(Letter::position))
                .toList();
    }

    /** Who waits, the longest first. */
    List<String> accounts(String projection) {
        return of(projection).stream().map(Letter::account).distinct().toList();
    }

    List<Long> positions(String projection, String account) {
        return of(projection).stream()
                .filter(letter -> letter.account().equals(account))
                .map(Letter::position)
                .toList();
    }

    void remove(String projection, String account) {
        jdbc.sql(REMOVE).params(projection, account).update();
    }

    /** The reason of the last try is the one that counts. */
    void stillFails(String projection, String account, RuntimeException cause) {
        jdbc.sql(STILL_FAILS)
                .param("type", cause.getClass().getName())
                .param("message", String.valueOf(cause.getMessage()))
                .param("projection", projection)
                .param("account", account)
                .update();
    }

    private Letter letter(ResultSet row) throws SQLException {
        TrackingToken token =
                serializer.deserialize(
                        new SimpleSerializedObject<>(
                                row.getBytes("token"),
                                byte[].class,
                                row.getString("token_type"),
                                null));
        return new Letter(
                row.getString("sequence_identifier"),
                TrackingTokens.position(token),
                row.getString("payload_type"),
                row.getString("enqueued_at"),
                row.getString("cause_message"));
    }
}
