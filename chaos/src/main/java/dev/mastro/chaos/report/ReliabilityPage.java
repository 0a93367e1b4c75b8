package dev.mastro.chaos.report;

import dev.mastro.chaos.fault.Faults;
import dev.mastro.chaos.invariant.Invariant;
import dev.mastro.chaos.report.ResultFile.Line;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Result;
import dev.mastro.chaos.trial.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the runs have shown, for people to read. */
public record ReliabilityPage(String text) {

    private static final String HEAD =
            """
            # What was broken on purpose, and what held

            Written by `./mastro chaos --report` from the results of `./mastro chaos`; not by hand.
            Each run sends commands under load to real processes on a PostgreSQL with `fsync` on,
            brings one fault about, heals it, sends everything again of which nobody knows what
            became of it, and checks the invariants below, but for four, against the recorded
            history and the database. I7, I8, I11 and I14 take longer. They are checked after the
            last run of each fault if it has passed, and then of everything that was done on that
            database until then; up to commit 108fcb3f4 it was after the last of all faults that
            share a database. After a run that has not passed there is a new database.

            A run whose fault left no evidence is *inconclusive*. Whatever has not passed stays in
            the table, and is run again with the same seed until it passes; *open* are those whose
            last run has not.

            *Small* runs are of the size of the smoke tier: about a tenth of the load and of the
            length that the release tier has. Only the others count towards a claim. Where fewer
            runs than *planned* are shown, a fault that goes through several ways in turn has not
            gone through all of them.

            F7 was planned to leave a sender without an answer in each run. Since a node asks the
            server how its commit has ended (ADR 26) that need not be so; its evidence is the trap
            that sprang. Every run is a line of [results.csv](reliability/results.csv).
            """;

    private static final String CANARIES =
            """
            ## Canaries

            Nodes really run with the bugs 2 and 9, and a verifier with bug 12 really verifies. The
            effect of each of the others is planted after a real run, by SQL or in its records.
            *Expected* is what the test plan names: invariants, the condition of a fault, or a class
            of bad input (B15: stored tampering).

            | number | bug | planted by | expected | noticed by | caught | commit |
            |---|---|---|---|---|---|---|
            """;

    private static final String NOT_PLANTED =
            """

            Not planted: 14 (Mastro keeps the books of one operator: there is no tenant, so no query
            has a filter that could be removed; with it falls I15).

            Some of the bugs cannot be had by a wrong setting, because the product is made
            otherwise. 1: at the start a probe refuses a store whose appends survive a rollback. 3:
            readers follow positions, which have no gaps, so there is no `gapTimeout`. 4: a reader
            stores its token before its rows, in one transaction; and 17: the name of a process is
            random and cannot be set; in both cases the keys of the read models would refuse what
            is written twice, so they are dropped first. 16: events are spread over segments by
            account. 18 speaks of memory, because there are no snapshots. What a product with these
            bugs would leave behind is what is planted.
            """;

    private static final List<String> COLUMNS =
            List.of(
                    "fault",
                    "what",
                    "planned",
                    "runs",
                    "small",
                    "landed",
                    "inconclusive",
                    "violated",
                    "open",
                    "commands",
                    "unknown",
                    "longest p99",
                    "seeds",
                    "commit");

    /** Of these results. */
    public static ReliabilityPage of(List<Line> lines, List<List<String>> canaries) {
        return new ReliabilityPage(
                String.join(
                        "\n",
                        HEAD,
                        faults(lines),
                        invariants(),
                        violations(lines),
                        canaries(canaries),
                        BadInput.section()));
    }

    /** Puts it there. */
    public void writeTo(Path file) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String faults(List<Line> lines) {
        String rows =
                Faults.all().stream()
                        .map(fault ->
                                row(
                                        fault.id(),
                                        fault.title(),
                                        fault.repetitions(),
                                        of(fault, lines)))
                        .collect(Collectors.joining("\n"));
        int planned = Faults.all().stream().mapToInt(Fault::repetitions).sum();
        return String.join(
                "\n",
                "## Faults",
                "",
                row(COLUMNS.stream()),
                row(COLUMNS.stream().map(_ -> "---")),
                rows,
                row("all", "", planned, lines),
                "");
    }

    private static List<Line> of(Fault fault, List<Line> lines) {
        return lines.stream().filter(line -> line.result().fault().equals(fault.id())).toList();
    }

    private static String row(String id, String what, int planned, List<Line> lines) {
        List<Result> results = lines.stream().map(Line::result).toList();
        return row(
                Stream.of(
                        id,
                        what,
                        "" + planned,
                        "" + results.size(),
                        "" + small(results),
                        "" + (results.size() - count(results, Verdict.INCONCLUSIVE)),
                        "" + count(results, Verdict.INCONCLUSIVE),
                        "" + count(results, Verdict.VIOLATED),
                        "" + count(lastOfEach(results), Verdict.INCONCLUSIVE, Verdict.VIOLATED),
                        "" + results.stream().mapToInt(it -> it.counts().ok()).sum(),
                        "" + results.stream().mapToInt(it -> it.counts().unknown()).sum(),
                        results.stream().mapToLong(it -> it.counts().p99Millis()).max().orElse(0)
                                + " ms",
                        seeds(results),
                        lines.stream()
                                .map(Line::commit)
                                .distinct()
                                .collect(Collectors.joining(" "))));
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static long small(List<Result> results) {
        return results.stream().filter(Result::isSmall).count();
    }

    private static long count(Collection<Result> results, Verdict... verdicts) {
        return results.stream()
                .filter(result -> List.of(verdicts).contains(result.verdict()))
                .count();
    }

    /** A small run says nothing of one of the published size. */
    private static Collection<Result> lastOfEach(List<Result> results) {
        return results.stream()
                .collect(
                        Collectors.toMap(
                                result -> List.of(result.fault(), result.seed(), result.isSmall()),
                                result -> result,
                                (_, later) -> later))
                .values();
    }

    private static String seeds(List<Result> results) {
        return results.isEmpty()
                ? "not run"
                : "%d to %d"
                        .formatted(
                                results.stream().mapToLong(Result::seed).min().orElseThrow(),
                                results.stream().mapToLong(Result::seed).max().orElseThrow());
    }

    private static String invariants() {
        return Stream.of(Invariant.values())
                .map(invariant -> "| %s | %s |".formatted(invariant, invariant.meaning()))
                .collect(
                        Collectors.joining(
                                "\n",
                                "## Invariants\n\n| number | what holds |\n|---|---|\n",
                                "\n"));
    }

    private static String canaries(List<List<String>> canaries) {
        return canaries.stream()
                .sorted(Comparator.comparing(cells -> Integer.valueOf(cells.getFirst())))
                .map(cells -> row(cells.stream()))
                .collect(Collectors.joining("\n", CANARIES, "\n" + NOT_PLANTED));
    }

    private static String violations(List<Line> lines) {
        String found =
                lines.stream()
                        .filter(line -> line.result().verdict() == Verdict.VIOLATED)
                        .map(line ->
                                "- at %s: %s".formatted(line.commit(), line.result().inWords()))
                        .collect(Collectors.joining("\n"));
        return "## Violations\n\n" + (found.isEmpty() ? "None." : found) + "\n";
    }
}
