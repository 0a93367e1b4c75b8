package dev.mastro.eventstore.platform;

import dev.mastro.eventstore.postgres.LedgerSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterStatementFactory;
import org.axonframework.serialization.Serializer;

/**
 * Pages through waiting letters by counting rows. Axon 4.13.0 compares the page's offset with the
 * index of a letter in its sequence and so passes over letters.
 */
final class DeadLetterPages extends DefaultDeadLetterStatementFactory<EventMessage<?>> {

    private static final String CLAIMABLE =
            """
            SELECT letter.*
              FROM dead_letter_entry letter
             WHERE letter.processing_group = ?
               AND letter.sequence_index = (
                   SELECT min(other.sequence_index)
                     FROM dead_letter_entry other
                    WHERE other.processing_group = letter.processing_group
                      AND other.sequence_identifier = letter.sequence_identifier)
               AND (letter.processing_since IS NULL OR letter.processing_since < ?)
             ORDER BY letter.last_touched_at, letter.dead_letter_id
             LIMIT ? OFFSET ?
            """;

    DeadLetterPages(Serializer general, Serializer events) {
        super(
                new Settings()
                        .schema(LedgerSchema.deadLetters())
                        .genericSerializer(general)
                        .eventSerializer(events));
    }

    @Override
    public PreparedStatement claimableSequencesStatement(
            Connection connection,
            String processingGroup,
            Instant processingStartedLimit,
            int offset,
            int maxSize)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(CLAIMABLE);
        statement.setString(1, processingGroup);
        statement.setString(2, DateTimeUtils.formatInstant(processingStartedLimit));
        statement.setInt(3, maxSize);
        statement.setInt(4, offset);
        return statement;
    }

    private static final class Settings extends Builder<EventMessage<?>> {}
}
