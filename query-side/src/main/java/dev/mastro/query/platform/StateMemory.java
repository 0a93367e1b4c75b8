package dev.mastro.query.platform;

import dev.mastro.query.platform.StateTable.Step;
import dev.mastro.query.platform.StateTable.Touched;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The states of a rebuild. Most facts concern what was touched a short while ago, so a state is
 * written when nobody has touched it for long, and most are written once.
 */
final class StateMemory<S> implements BulkWriter {

    private static final int KEPT = 12_000;
    private static final int WRITTEN_TOGETHER = 2_000;

    private final StateTable<S> table;
    private final Function<RecordedEvent, Stream<Step<S>>> steps;
    private final TableWriter writer;
    private final TableColumns<Touched<S>> columns;

    /** The one that was touched longest ago comes first. */
    private final Map<String, Kept<S>> kept = new LinkedHashMap<>();

    StateMemory(
            StateTable<S> table,
            Function<RecordedEvent, Stream<Step<S>>> steps,
            TableWriter writer,
            TableColumns<Touched<S>> columns) {
        this.table = table;
        this.steps = steps;
        this.writer = writer;
        this.columns = columns;
    }

    /** A state, and whether the table has an earlier one. */
    private record Kept<S>(Touched<S> touched, boolean stored) {}

    @Override
    public void project(List<RecordedEvent> events) {
        List<Step<S>> all = events.stream().flatMap(steps).toList();
        Map<String, S> stored = table.load(forgotten(all));
        for (Step<S> step : all) {
            apply(step, stored);
        }
        while (kept.size() > KEPT) {
            writeOldest(Math.min(WRITTEN_TOGETHER, kept.size()));
        }
    }

    @Override
    public void finish() {
        while (!kept.isEmpty()) {
            writeOldest(Math.min(WRITTEN_TOGETHER, kept.size()));
        }
    }

    /** What goes on and is not in memory must be in the table. */
    private Set<String> forgotten(List<Step<S>> all) {
        Set<String> known = new HashSet<>();
        Set<String> forgotten = new HashSet<>();
        for (Step<S> step : all) {
            if (known.add(step.id()) && step.first() == null && !kept.containsKey(step.id())) {
                forgotten.add(step.id());
            }
        }
        return forgotten;
    }

    private void apply(Step<S> step, Map<String, S> stored) {
        Kept<S> known = kept.remove(step.id());
        @Nullable S before = known == null ? stored.get(step.id()) : known.touched().state();
        S after = step.apply(before, table.table());
        long position = known == null ? step.position() : known.touched().position();
        boolean isStored = known == null ? before != null : known.stored();
        kept.put(step.id(), new Kept<>(new Touched<>(step.id(), after, position), isStored));
    }

    private void writeOldest(int count) {
        List<Touched<S>> fresh = new ArrayList<>(count);
        List<Touched<S>> changed = new ArrayList<>();
        Iterator<Kept<S>> inOrder = kept.values().iterator();
        for (int taken = 0; taken < count; taken++) {
            Kept<S> oldest = inOrder.next();
            (oldest.stored() ? changed : fresh).add(oldest.touched());
            inOrder.remove();
        }
        writer.insert(columns, fresh);
        writer.upsert(columns, changed);
    }
}
