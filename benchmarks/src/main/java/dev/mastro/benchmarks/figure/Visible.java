package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.http.LedgerClient;
import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Title;
import dev.mastro.eventstore.LogPosition;
import dev.mastro.query.platform.ProjectionsCaughtUp;
import java.time.Duration;
import java.util.Arrays;

/** J: from the answer to a command until every read model of a node has what it recorded. */
final class Visible implements Figure {

    private static final int COMMANDS = 400;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final double share;
    private final double aim;

    private Visible(String name, double share, double aim) {
        this.name = name;
        this.share = share;
        this.aim = aim;
    }

    static Visible half() {
        return new Visible("p50", 0.5, 10);
    }

    static Visible nearlyAll() {
        return new Visible("p99", 0.99, 50);
    }

    @Override
    public Title title() {
        return new Title("J " + name, "commit to visible in all projections", Aim.atMost(aim));
    }

    @Override
    public void measure(Course course) {
        try (Ledger ledger = new Ledger(course.folder().resolve("j-here-" + name))) {
            measure(
                    course,
                    "same node",
                    ledger.http(),
                    ledger.bean(LogPosition.class),
                    ledger.bean(ProjectionsCaughtUp.class));
        }
        try (Nodes nodes = new Nodes(course.folder().resolve("j-there-" + name));
                LedgerClient http = nodes.client()) {
            measure(
                    course,
                    "other node",
                    http,
                    nodes.ofQuerySide(LogPosition.class),
                    nodes.ofQuerySide(ProjectionsCaughtUp.class));
        }
    }

    private void measure(
            Course course,
            String variant,
            LedgerClient http,
            LogPosition log,
            ProjectionsCaughtUp projections) {
        String account = Ledger.openSwitchable(http);
        Lag lag = new Lag(http, account, log, projections);
        var _ = lag.at(share, COMMANDS);
        course.eachRound(
                round -> course.mastro(this, variant, round, lag.at(share, COMMANDS), "ms"));
    }

    private record Lag(
            LedgerClient http, String account, LogPosition log, ProjectionsCaughtUp projections) {

        double at(double share, int commands) {
            double[] lags = new double[commands];
            for (int i = 0; i < commands; i++) {
                Ledger.setAutoApply(http, account, i % 2 == 0);
                lags[i] = afterTheCommit();
            }
            Arrays.sort(lags);
            return lags[Math.min(commands - 1, (int) (commands * share))];
        }

        private double afterTheCommit() {
            long committed = System.nanoTime();
            long head = log.settledHead(PATIENCE).orElseThrow();
            if (!projections.await(head, PATIENCE)) {
                throw new IllegalStateException("the read models did not catch up");
            }
            return (System.nanoTime() - committed) / NANOS_PER_MILLI;
        }
    }
}
