package dev.mastro.chaos.report;

import dev.mastro.chaos.trial.Result;
import dev.mastro.chaos.trial.Result.Counts;
import dev.mastro.chaos.trial.Run;
import dev.mastro.chaos.trial.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The results of all runs, one line for each, added as they come. */
public final class ResultFile {

    private static final String HEAD =
            "fault,repetition,seed,commit,verdict,sent,ok,refused,unknown,p99_ms,seconds,"
                    + "evidence,violations";

    private static final int COLUMNS = 13;

    private final Path file;

    /** In this file, which is made at the first result. */
    public ResultFile(Path file) {
        this.file = file;
    }

    /** A result and the commit that it is of. */
    public record Line(String commit, Result result) {}

    /** Adds one, on disk before this returns. */
    public void add(Result result) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) {
                Files.writeString(file, HEAD + "\n");
            }
            Files.writeString(
                    file, line(result) + "\n", StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this repetition held when it was last run at its size. */
    public boolean hasPassed(String fault, Run run) {
        return lines().stream()
                .map(Line::result)
                .filter(result -> result.fault().equals(fault) && result.isOf(run))
                .reduce((_, later) -> later)
                .filter(last -> last.verdict() == Verdict.PASSED)
                .isPresent();
    }

    /** All of them. */
    public List<Line> lines() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().skip(1).map(ResultFile::read).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Result result) {
        Counts counts = result.counts();
        return String.join(
                ",",
                result.fault(),
                "" + result.repetition(),
                "" + result.seed(),
                Commit.current(),
                result.verdict().name(),
                "" + counts.sent(),
                "" + counts.ok(),
                "" + counts.refused(),
                "" + counts.unknown(),
                "" + counts.p99Millis(),
                "" + result.seconds(),
                plain(result.evidence()),
                plain(String.join(" | ", result.violations())));
    }

    private static Line read(String line) {
        String[] cells = line.split(",", COLUMNS);
        return new Line(
                cells[3],
                new Result(
                        cells[0],
                        Integer.parseInt(cells[1]),
                        Long.parseLong(cells[2]),
                        Verdict.valueOf(cells[4]),
                        cells[11],
                        new Counts(
                                Integer.parseInt(cells[5]),
                                Integer.parseInt(cells[6]),
                                Integer.parseInt(cells[7]),
                                Integer.parseInt(cells[8]),
                                Long.parseLong(cells[9])),
                        cells[12].isEmpty() ? List.of() : List.of(cells[12].split(" \\| ")),
                        Long.parseLong(cells[10])));
    }

    /** A cell holds no comma and no end of a line, so nothing has to be quoted. */
    private static String plain(String text) {
        return text.replace(',', ';').replaceAll("\\s+", " ");
    }
}
