package dev.mastro.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects samples and writes them down: raw, as a table and as a picture. */
public final class Results {

    private final List<Title> titles;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Title> failed = new ArrayList<>();

    /** For the figures of {@code titles}. */
    public Results(List<Title> titles) {
        this.titles = List.copyOf(titles);
    }

    /** Adds a measured value. */
    public void add(Sample sample) {
        samples.add(sample);
    }

    /** What it gave before it failed is no measurement. */
    public void fail(Title title) {
        samples.removeIf(sample -> sample.figure().equals(title.figure()));
        failed.add(title);
    }

    /** What could not be measured. */
    public List<Title> failed() {
        return List.copyOf(failed);
    }

    /** All of them, in the order in which they were measured. */
    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** The table of medians and ratios. */
    public String table() {
        return ResultTable.of(titles, Comparison.of(samples));
    }

    /** Writes {@code samples.csv}, {@code ratios.svg} and {@code results.md} into a folder. */
    public void write(Path folder, String machine) {
        try {
            Files.createDirectories(folder);
            SampleFile.write(folder.resolve("samples.csv"), samples);
            Files.writeString(
                    folder.resolve("ratios.svg"), ResultPicture.of(Comparison.of(samples)));
            Files.writeString(folder.resolve("results.md"), page(machine));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + folder, e);
        }
    }

    private String page(String machine) {
        return """
        # What `./mastro bench` measured

        Medians; each figure beside its baseline in the same run, on the same PostgreSQL with
        fsync on. Ratios count, absolute values are those of this machine: %s.

        %s
        ![The ratios as bars](ratios.svg)

        Every measured value is in [samples.csv](samples.csv).
        """
                .formatted(machine, table());
    }
}
