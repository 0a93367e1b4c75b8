package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Title;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All figures, in the order in which they are measured. */
public final class Figures {

    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

    private final List<Figure> all;

    Figures(List<Figure> all) {
        this.all = all;
    }

    /** Every figure but that of the real book. */
    public static Figures standard() {
        List<Figure> figures =
                new ArrayList<>(
                        List.of(
                                new DurableCommands(),
                                new PlainInserts(),
                                new Orders(),
                                new Rebuilding(),
                                new Sealing(),
                                new Verifying(),
                                new Renewals(),
                                new LongHistories(),
                                new LargeStore(),
                                new Reads(),
                                Visible.half(),
                                Visible.nearlyAll()));
        for (Footprint.What what : Footprint.What.values()) {
            figures.add(new Footprint(what));
        }
        figures.add(new BytesAnEvent());
        return new Figures(figures);
    }

    /** These and that of the real book in {@code file}. */
    public Figures with(Path file) {
        List<Figure> more = new ArrayList<>(all);
        more.add(new Book(file));
        return new Figures(more);
    }

    /** Those whose name begins with one of the letters. */
    public Figures only(Set<String> letters) {
        return new Figures(
                all.stream()
                        .filter(one -> letters.stream().anyMatch(one.title().figure()::startsWith))
                        .toList());
    }

    /** Whether there is nothing to measure. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Of all figures that there are, in their order. */
    public static List<Title> titles() {
        return standard().with(Path.of("")).all.stream().map(Figure::title).toList();
    }

    /**
     * Measures all of them, and writes down each at once. One that fails does not take what the
     * others gave with it.
     *
     * @param told of each figure before it is measured
     */
    public void measure(Course course, Consumer<String> told) {
        for (Figure figure : all) {
            Title title = figure.title();
            told.accept(title.figure() + ". " + title.words());
            try {
                figure.measure(course);
            } catch (RuntimeException e) {
                LOG.error("figure {} failed", title.figure(), e);
                course.results().fail(title);
            }
            course.results().write();
        }
    }
}
