package dev.mastro.query.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many rows for one statement: each column becomes an array of texts for {@code unnest}, cast to
 * its type by the statement, for example {@code unnest(?::uuid[], ?::date[])}.
 */
public record Rows<R>(List<R> all) {

    /** One column; {@code null} stays {@code null}. */
    public @Nullable String[] column(Function<? super R, ? extends @Nullable Object> value) {
        @Nullable String[] column = new String[all.size()];
        for (int i = 0; i < column.length; i++) {
            Object cell = value.apply(all.get(i));
            column[i] = cell == null ? null : cell.toString();
        }
        return column;
    }
}
