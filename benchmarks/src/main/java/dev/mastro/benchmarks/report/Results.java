package dev.mastro.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Collects samples and writes them down: raw, as a table and as a picture. A figure that is
 * measured again replaces what its folder says of it; the others stay, so a long run can be made in
 * parts.
 */
public final class Results {

    private static final String SAMPLES = "samples.csv";

    private final Path folder;
    private final List<Title> titles;
    private final Supplier<String> machine;
    private final List<Sample> earlier;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Title> failed = new ArrayList<>();

    /**
     * Goes on with what a folder has.
     *
     * @param titles of all figures that there are, in their order
     * @param machine says on what is measured
     */
    public Results(Path folder, List<Title> titles, Supplier<String> machine) {
        this.folder = folder;
        this.titles = List.copyOf(titles);
        this.machine = machine;
        this.earlier = SampleFile.read(folder.resolve(SAMPLES));
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

    /** All of them, by figure. */
    public List<Sample> samples() {
        Set<String> anew = samples.stream().map(Sample::figure).collect(Collectors.toSet());
        List<String> order = titles.stream().map(Title::figure).toList();
        return Stream.concat(
                        earlier.stream().filter(one -> !anew.contains(one.figure())),
                        samples.stream())
                .sorted(Comparator.comparingInt(one -> order.indexOf(one.figure())))
                .toList();
    }

    /** The table of medians and ratios. */
    public String table() {
        return ResultTable.of(titles, Comparison.of(samples()));
    }

    /** Writes {@code samples.csv}, {@code ratios.svg} and {@code results.md} into the folder. */
    public void write() {
        List<Sample> all = samples();
        try {
            Files.createDirectories(folder);
            SampleFile.write(folder.resolve(SAMPLES), all);
            Files.writeString(folder.resolve("ratios.svg"), ResultPicture.of(Comparison.of(all)));
            Files.writeString(folder.resolve("results.md"), page());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + folder, e);
        }
    }

    private String page() {
        return """
        # What `./mastro bench` measured

        Medians; each figure beside its baseline in the same run, on the same PostgreSQL with
        fsync on. Ratios count, absolute values are those of a machine; the last run was on: %s.

        %s
        ![The ratios as bars](ratios.svg)

        Every measured value is in [samples.csv](samples.csv).
        """
                .formatted(machine.get(), table());
    }
}
