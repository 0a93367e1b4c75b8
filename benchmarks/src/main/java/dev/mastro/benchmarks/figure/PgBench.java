package dev.mastro.benchmarks.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own program: one row of as many bytes as a stored event, one transaction each. */
final class PgBench {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Store store;
    private final int clients;
    private final long seconds;
    private final Path script;

    /** The event store must hold some events by now: they say how many bytes a row has. */
    PgBench(Store store, int clients, Duration span) {
        this.store = store;
        this.clients = clients;
        this.seconds = Math.max(1, span.toSeconds());
        this.script = script(store);
    }

    private static Path script(Store store) {
        long bytes =
                store.jdbc()
                        .sql(
                                """
                                SELECT round(avg(pg_column_size(event.*)))
                                  FROM (SELECT * FROM ledger_event LIMIT 1000) AS event
                                """)
                        .query(Long.class)
                        .single();
        store.jdbc()
                .sql(
                        """
                        CREATE TABLE IF NOT EXISTS plain_row (
                            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payload text)
                        """)
                .update();
        try {
            Path script = Files.createTempFile("plain-insert", ".sql");
            Files.writeString(
                    script,
                    "INSERT INTO plain_row (payload) VALUES ('%s');%n"
                            .formatted("x".repeat((int) bytes)));
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the script", e);
        }
    }

    double perSecond() {
        String said = run();
        Matcher tps = TPS.matcher(said);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench said: " + said);
        }
        return Double.parseDouble(tps.group(1));
    }

    private String run() {
        ProcessBuilder builder =
                new ProcessBuilder(
                                List.of(
                                        "pgbench",
                                        "--no-vacuum",
                                        "--protocol=prepared",
                                        "--client=" + clients,
                                        "--jobs=2",
                                        "--time=" + seconds,
                                        "--file=" + script,
                                        "--host=127.0.0.1",
                                        "--port=" + store.port(),
                                        "--username=" + store.database().user(),
                                        "bench"))
                        .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", store.database().password());
        try {
            Process process = builder.start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException("pgbench cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
