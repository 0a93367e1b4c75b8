package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Results;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** All figures, in the order in which they are measured. */
public final class Figures {

    private final List<Figure> all;

    private Figures(List<Figure> all) {
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

    /**
     * Measures all of them in a folder for their data.
     *
     * @param size {@code full}, {@code tenth} or {@code hundredth}
     * @param told of each figure before it is measured
     */
    public Results measure(Path folder, int rounds, Size size, Consumer<String> told) {
        Results results = new Results(all.stream().map(Figure::title).toList());
        for (Figure figure : all) {
            told.accept(figure.title().figure() + ". " + figure.title().words());
            figure.measure(new Course(folder, rounds, size, results));
        }
        return results;
    }
}
