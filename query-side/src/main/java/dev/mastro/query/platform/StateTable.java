package dev.mastro.query.platform;

import dev.mastro.shared.codec.LedgerJson;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The states that a read model keeps as JSON beside its search columns. A row is what the fold of
 * the shared events says, so the read model cannot disagree with the deciding side.
 */
public final class StateTable<S> {

    private static final JsonMapper JSON = LedgerJson.mapper();

    private final JdbcClient jdbc;
    private final String table;
    private final Class<S> type;

    /** States of {@code type} in the columns {@code id} and {@code state} of {@code table}. */
    public StateTable(JdbcClient jdbc, String table, Class<S> type) {
        this.jdbc = jdbc;
        this.table = table;
        this.type = type;
    }

    /** What one event does to one state. */
    public record Step<S>(
            String id, long position, @Nullable Supplier<S> first, UnaryOperator<S> next) {

        /** The state begins with this event. */
        public static <S> Step<S> first(Object id, long position, Supplier<S> first) {
            return new Step<>(id.toString(), position, first, state -> state);
        }

        /** The state goes on with this event. */
        public static <S> Step<S> next(Object id, long position, UnaryOperator<S> next) {
            return new Step<>(id.toString(), position, null, next);
        }

        S apply(@Nullable S before, String table) {
            if (before == null && first != null) {
                return first.get();
            }
            if (before != null && first == null) {
                return next.apply(before);
            }
            throw new IllegalStateException(
                    "%s: %s %s at position %d, so events were lost or read twice"
                            .formatted(table, before == null ? "no" : "already a", id, position));
        }
    }

    /** A state after a batch; {@code position} is that of the first event of the batch on it. */
    public record Touched<S>(String id, S state, long position) {

        /** The key of its row. */
        public UUID key() {
            return UUID.fromString(id);
        }
    }

    /**
     * Applies the steps in order, after one query for the states that exist.
     *
     * @throws IllegalStateException when a state is missing, or is there although it should begin
     */
    public List<Touched<S>> fold(List<Step<S>> steps) {
        Map<String, S> states =
                load(
                        steps.stream()
                                .map(Step::id)
                                .collect(Collectors.toCollection(LinkedHashSet::new)));
        Map<String, Touched<S>> touched = new LinkedHashMap<>();
        for (Step<S> step : steps) {
            S after = step.apply(states.get(step.id()), table);
            states.put(step.id(), after);
            touched.merge(
                    step.id(),
                    new Touched<>(step.id(), after, step.position()),
                    (before, now) -> new Touched<>(now.id(), now.state(), before.position()));
        }
        return List.copyOf(touched.values());
    }

    /**
     * The same for a whole log: states stay in memory until they were left alone for long.
     *
     * @param steps what an event does
     * @param columns how a state is written
     */
    public BulkWriter inBulk(
            Function<RecordedEvent, Stream<Step<S>>> steps,
            TableWriter writer,
            TableColumns<Touched<S>> columns) {
        return new StateMemory<>(this, steps, writer, columns);
    }

    String table() {
        return table;
    }

    /** The state in its stored form. */
    public S read(String state) {
        return JSON.readValue(state, type);
    }

    /** The stored form of a state. */
    public String write(S state) {
        return JSON.writeValueAsString(state);
    }

    /** The states that exist under these ids. */
    Map<String, S> load(Set<String> ids) {
        Map<String, S> states = HashMap.newHashMap(ids.size());
        jdbc.sql("SELECT id, state FROM %s WHERE id = ANY (?::uuid[])".formatted(table))
                .param(1, ids.toArray(String[]::new))
                .query(row -> {
                    states.put(row.getString("id"), read(row.getString("state")));
                });
        return states;
    }
}
