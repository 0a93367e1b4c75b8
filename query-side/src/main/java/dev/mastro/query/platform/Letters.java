package dev.mastro.query.platform;

import dev.mastro.eventstore.DeadLetterQueues;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The events that a projection could not handle: account by account, each with all that came after
 * it on the same account. While there is one, the books are incomplete.
 */
@Component
public class Letters {

    private static final String ACCOUNTS =
            """
            SELECT DISTINCT sequence_identifier
              FROM dead_letter_entry
             WHERE processing_group = ?
            """;

    private static final String ALL =
            """
            SELECT processing_group AS projection, sequence_identifier AS account,
                   count(*) AS letters
              FROM dead_letter_entry
             GROUP BY processing_group, sequence_identifier
            """;

    /** Their order is that of the log; the index only has to be another one. */
    private static final String GIVE =
            """
            UPDATE dead_letter_entry
               SET sequence_identifier = :account,
                   sequence_index = sequence_index + (
                       SELECT coalesce(max(other.sequence_index) + 1, 0)
                         FROM dead_letter_entry AS other
                        WHERE other.processing_group = :projection
                          AND other.sequence_identifier = :account)
             WHERE processing_group = :projection AND sequence_identifier = :stream
            """;

    private final JdbcClient jdbc;
    private final DeadLetterQueues queues;

    Letters(JdbcClient jdbc, DeadLetterQueues queues) {
        this.jdbc = jdbc;
        this.queues = queues;
    }

    /** Who waits for what, and how many events that are. */
    record Waiting(String projection, String account, long letters) {}

    /** The accounts whose events a projection has put aside. */
    Set<String> accounts(String projection) {
        return new HashSet<>(jdbc.sql(ACCOUNTS).param(projection).query(String.class).list());
    }

    /** How many letters each projection has; none is not listed. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        all().forEach(one -> counts.merge(one.projection(), one.letters(), Long::sum));
        return counts;
    }

    /** All accounts that wait somewhere. */
    List<Waiting> all() {
        return jdbc.sql(ALL)
                .query((row, _) ->
                        new Waiting(
                                row.getString("projection"),
                                row.getString("account"),
                                row.getLong("letters")))
                .list();
    }

    /** The projections among those that wait for this account, or for any where none is named. */
    static Set<String> stale(List<Waiting> all, @Nullable String account) {
        Set<String> stale = new TreeSet<>();
        for (Waiting one : all) {
            if (account == null || account.equals(one.account())) {
                stale.add(one.projection());
            }
        }
        return stale;
    }

    /** Puts events of one account aside, in the transaction of the batch they came with. */
    void add(
            String projection,
            String account,
            List<? extends EventMessage<?>> events,
            @Nullable Throwable cause) {
        SequencedDeadLetterQueue<EventMessage<?>> queue = queues.of(projection);
        for (EventMessage<?> event : events) {
            queue.enqueue(account, new GenericDeadLetter<EventMessage<?>>(account, event, cause));
        }
    }

    /** Makes the letters of a stream those of the account that it turns out to be of. */
    void give(String projection, String stream, String account) {
        jdbc.sql(GIVE)
                .param("projection", projection)
                .param("stream", stream)
                .param("account", account)
                .update();
    }
}
