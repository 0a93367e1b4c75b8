package dev.mastro.eventstore.append;

import java.util.List;

/** Takes rows that must share the fate of the facts of the current unit of work. */
public interface SideRows {

    /** Where a unit of work has a transaction of its own from its beginning: writes at once. */
    SideRows AT_ONCE =
            new SideRows() {
                @Override
                public <R> void add(SideTable<R> table, R row) {
                    table.write(List.of(row));
                }
            };

    /** The row is in {@code table} when the unit of work is committed, and not otherwise. */
    <R> void add(SideTable<R> table, R row);
}
