package dev.mastro.eventstore;

import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Readers that were beyond the end of the log. They stay refused when it has grown past them: what
 * came meanwhile they would skip. A rebuild ends that, and so does another token.
 */
public final class RefusedTokens {

    private static final String REFUSE =
            """
            INSERT INTO refused_token (processor_name, segment, position, log_end)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (processor_name, segment)
            DO UPDATE SET position = excluded.position, log_end = excluded.log_end
            """;

    private static final String ALL =
            """
            SELECT processor_name, segment, position, log_end
              FROM refused_token
             ORDER BY processor_name, segment
            """;

    private static final String FORGET =
            """
            DELETE FROM refused_token WHERE processor_name = ? AND segment = ?
            """;

    private static final String FORGET_ALL =
            """
            DELETE FROM refused_token WHERE processor_name = ?
            """;

    private final LogPosition log;
    private final JdbcClient jdbc;
    private final TransactionOperations apart;

    /**
     * Those of the log behind {@code jdbc}.
     *
     * @param apart runs what is to stay when the transaction around it is rolled back
     */
    public RefusedTokens(LogPosition log, JdbcClient jdbc, TransactionOperations apart) {
        this.log = log;
        this.jdbc = jdbc;
        this.apart = apart;
    }

    /** Where the reader of a segment was, and where the log ended then. */
    public record Refused(String processor, int segment, long position, long end) {

        /** Says what is wrong. */
        public String inWords() {
            return RefusedTokens.inWords(position, end);
        }
    }

    /** Says what is wrong with a reader that is at a position behind the end. */
    public static String inWords(long position, long end) {
        return "It has read up to position %d of a log that ends at %d: another log, or cut off"
                .formatted(position, end);
    }

    /**
     * Lets a reader begin behind its token.
     *
     * @throws EventStoreException when the log does not reach that far, or did not when the reader
     *     asked for the first time
     */
    public void check(String processor, int segment, @Nullable TrackingToken token) {
        long position = TrackingTokens.position(token);
        long end = log.head();
        if (position > end) {
            Refused refused = new Refused(processor, segment, position, end);
            apart.executeWithoutResult(_ -> remember(refused));
            throw new EventStoreException(refused.inWords());
        }
        for (Refused refused : all()) {
            if (refused.processor().equals(processor) && refused.segment() == segment) {
                requireAnother(position, refused);
            }
        }
    }

    /** All that are refused. */
    public List<Refused> all() {
        return jdbc.sql(ALL)
                .query((row, _) ->
                        new Refused(
                                row.getString("processor_name"),
                                row.getInt("segment"),
                                row.getLong("position"),
                                row.getLong("log_end")))
                .list();
    }

    /** What the processor has made is right up to where its readers are. */
    public void forget(String processor) {
        jdbc.sql(FORGET_ALL).param(processor).update();
    }

    private void remember(Refused refused) {
        jdbc.sql(REFUSE)
                .params(refused.processor(), refused.segment(), refused.position(), refused.end())
                .update();
    }

    /** It is remembered until then, because a right one comes to that position as well. */
    private void requireAnother(long position, Refused refused) {
        if (position == refused.position()) {
            throw new EventStoreException(refused.inWords());
        }
        jdbc.sql(FORGET).params(refused.processor(), refused.segment()).update();
    }
}
