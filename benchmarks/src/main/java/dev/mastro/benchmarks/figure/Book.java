package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Title;
import dev.mastro.benchmarks.telco.ImportTelco;
import java.nio.file.Path;

/** K: the real book, through its whole life, beside the time it took before group commit. */
final class Book implements Figure {

    /** Seconds of the import on the two cores of the developers' machine, as issue 2 left it. */
    private static final double EARLIER_SECONDS = 761;

    private final Path file;

    Book(Path file) {
        this.file = file;
    }

    @Override
    public Title title() {
        return new Title("K", "the real book", Aim.ratioAtMost(1.0 / 3).and(Aim.atMost(180)));
    }

    @Override
    public void measure(Course course) {
        String data = "--data=" + course.folder().resolve("k");
        double seconds =
                Senders.seconds(() -> {
                    if (!ImportTelco.importAll(file.toString(), data)) {
                        throw new IllegalStateException("the book does not agree with the ledger");
                    }
                });
        course.add(this, "import-telco", "its earlier time", 1, EARLIER_SECONDS, "s");
        course.mastro(this, "import-telco", 1, seconds, "s");
    }
}
