package dev.mastro.eventstore.append;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows on their way into side tables, in the order of the tables' first rows. */
final class SideWrites {

    private final Map<SideTable<?>, List<Object>> rows = new LinkedHashMap<>();

    <R> void add(SideTable<R> table, R row) {
        of(table).add(row);
    }

    void addAll(SideWrites others) {
        others.rows.forEach((table, more) -> of(table).addAll(more));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void write() {
        rows.forEach(SideWrites::write);
    }

    private List<Object> of(SideTable<?> table) {
        return rows.computeIfAbsent(table, _ -> new ArrayList<>());
    }

    @SuppressWarnings("unchecked") // only add puts rows in, and it takes those of the table
    private static <R> void write(SideTable<R> table, List<?> rows) {
        table.write((List<R>) rows);
    }
}
