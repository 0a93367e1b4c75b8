package dev.mastro.query.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list, and the cursor of the next one when there is one (api.md 1). */
public record Page<T>(List<T> items, @Nullable String next) {

    /** A row of a list and its place in it. */
    public record Place<T>(long position, T item) {}

    /** The page that was asked for, out of the rows found; one more than fits means a next page. */
    public static <T> Page<T> of(List<Place<T>> found, PageRequest request) {
        List<Place<T>> fitting = found.stream().limit(request.limit()).toList();
        return new Page<>(
                fitting.stream().map(Place::item).toList(),
                found.size() > fitting.size()
                        ? PageRequest.cursor(fitting.getLast().position())
                        : null);
    }

    /** The same page with its items shown in another form. */
    public <R> Page<R> map(Function<? super T, R> form) {
        return new Page<>(items.stream().map(form).toList(), next);
    }
}
