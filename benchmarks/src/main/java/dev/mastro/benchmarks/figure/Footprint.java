package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.http.LedgerClient;
import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Title;
import java.time.Duration;
import java.util.stream.IntStream;

/** L: what a process of its own takes until it answers, idle, and under load. */
final class Footprint implements Figure {

    private static final int CLIENTS = 8;

    private final What what;

    /** One of the three things that are told. */
    enum What {
        START("L1", "start to ready", "s"),
        IDLE("L2", "resident memory, idle", "MiB"),
        LOADED("L3", "resident memory, under load", "MiB");

        private final String figure;
        private final String words;
        private final String unit;

        What(String figure, String words, String unit) {
            this.figure = figure;
            this.words = words;
            this.unit = unit;
        }
    }

    Footprint(What what) {
        this.what = what;
    }

    @Override
    public Title title() {
        Aim aim =
                switch (what) {
                    case START -> Aim.atMost(5);
                    case IDLE -> Aim.atMost(600);
                    case LOADED -> Aim.NONE;
                };
        return new Title(what.figure, what.words, aim);
    }

    @Override
    public void measure(Course course) {
        ChildMastro.prepare(course.folder().resolve(what.figure));
        course.eachRound(round -> course.mastro(this, "", round, once(course), what.unit));
    }

    private double once(Course course) {
        try (ChildMastro child = ChildMastro.start(course.folder().resolve(what.figure))) {
            return switch (what) {
                case START -> child.secondsToReady();
                case IDLE -> child.residentMebibytes();
                case LOADED -> {
                    load(child, course.span());
                    yield child.residentMebibytes();
                }
            };
        }
    }

    private static void load(ChildMastro child, Duration span) {
        try (LedgerClient http = new LedgerClient(child.baseUrl())) {
            String[] accounts =
                    IntStream.range(0, CLIENTS)
                            .mapToObj(_ -> Ledger.openSwitchable(http))
                            .toArray(String[]::new);
            boolean[] enabled = new boolean[CLIENTS];
            var _ =
                    Senders.pace(
                            CLIENTS,
                            span.multipliedBy(3),
                            number -> {
                                Ledger.setAutoApply(http, accounts[number], enabled[number]);
                                enabled[number] = !enabled[number];
                            });
        }
    }
}
