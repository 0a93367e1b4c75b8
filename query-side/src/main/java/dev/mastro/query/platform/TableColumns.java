package dev.mastro.query.platform;

import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a table, and what an {@code R} brings into each. The key comes first. */
public final class TableColumns<R> {

    private static final int NULL = -1;

    private final String table;
    private final List<Column<R, ?>> columns;

    private TableColumns(String table, List<Column<R, ?>> columns) {
        this.table = table;
        this.columns = columns;
    }

    private record Column<R, T>(
            String name,
            ColumnType<T> type,
            boolean changes,
            Function<? super R, ? extends @Nullable T> value) {

        void writeBinary(R row, DataOutput out) throws IOException {
            T cell = value.apply(row);
            if (cell == null) {
                out.writeInt(NULL);
            } else {
                type.writeBinary(cell, out);
            }
        }
    }

    /** The table, without any column so far. */
    public static <R> TableColumns<R> of(String table) {
        return new TableColumns<>(table, List.of());
    }

    /** One more column, which stays as a row began. */
    public <T> TableColumns<R> with(
            String name, ColumnType<T> type, Function<? super R, ? extends @Nullable T> value) {
        return and(new Column<>(name, type, false, value));
    }

    /** One more column, which takes the value of a later row with the same key. */
    public <T> TableColumns<R> changing(
            String name, ColumnType<T> type, Function<? super R, ? extends @Nullable T> value) {
        return and(new Column<>(name, type, true, value));
    }

    private TableColumns<R> and(Column<R, ?> column) {
        List<Column<R, ?>> more = new ArrayList<>(columns);
        more.add(column);
        return new TableColumns<>(table, List.copyOf(more));
    }

    /** A statement whose parameters are {@link #arrays}. */
    String insert() {
        return "INSERT INTO %s (%s) SELECT * FROM unnest(%s)"
                .formatted(table, names(), each(column -> "?::" + column.type().name() + "[]"));
    }

    /** The same; where a row with the key is there, it is changed. */
    String upsert() {
        String changes =
                columns.stream()
                        .filter(Column::changes)
                        .map(column -> "%1$s = excluded.%1$s".formatted(column.name()))
                        .collect(Collectors.joining(", "));
        return "%s ON CONFLICT (%s) DO UPDATE SET %s"
                .formatted(insert(), columns.getFirst().name(), changes);
    }

    /** A statement that takes what {@link #writeBinary} writes. */
    String copy() {
        return "COPY %s (%s) FROM STDIN BINARY".formatted(table, names());
    }

    Object[] arrays(List<R> rows) {
        Rows<R> all = new Rows<>(rows);
        return columns.stream().<Object>map(column -> all.column(column.value())).toArray();
    }

    void writeBinary(R row, DataOutput out) throws IOException {
        out.writeShort(columns.size());
        for (Column<R, ?> column : columns) {
            column.writeBinary(row, out);
        }
    }

    private String names() {
        return each(Column::name);
    }

    private String each(Function<Column<R, ?>, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }
}
