package dev.mastro.chaos.fault.race;

import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.rows.EventRow;
import dev.mastro.chaos.rows.RowReader;
import dev.mastro.chaos.trial.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How often an event of a stream came by another node than the one before it. Each time the second
 * node had to notice that what it remembered of the account was no longer so.
 */
final class Handovers {

    private Handovers() {}

    static int in(Field field) {
        Map<String, String> nodes =
                field.history().sendings().stream()
                        .collect(Collectors.toMap(Sending::id, Sending::node));
        List<EventRow> events =
                new RowReader(field.world().database()).read(field.run().name(), 0).events();
        return count(events, nodes);
    }

    /** By the ids of sendings and the nodes that they went to. */
    static int count(List<EventRow> events, Map<String, String> nodes) {
        Map<String, String> last = new HashMap<>();
        int handovers = 0;
        for (EventRow event : events) {
            String node = nodes.get(String.valueOf(event.requestId()));
            if (node != null) {
                String before = last.put(event.stream(), node);
                handovers += before == null || before.equals(node) ? 0 : 1;
            }
        }
        return handovers;
    }
}
