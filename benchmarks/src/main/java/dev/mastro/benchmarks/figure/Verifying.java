package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Title;
import dev.mastro.eventstore.seal.Hash;
import dev.mastro.eventstore.verify.LogSnapshot;
import dev.mastro.eventstore.verify.LogVerifier;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.List;

/**
 * E, second half: computing every leaf, every link and the tree again as {@code POST /audit/verify}
 * and {@code ./mastro verify} do, beside hashing the same bytes in memory.
 */
final class Verifying implements Figure {

    private static final int EVENTS = 200_000;

    private static final String BYTES =
            """
            SELECT convert_to(concat(event_id, aggregate_type, aggregate_id, sequence_number,
                                     recorded_at_text, payload_type, revision), 'UTF8')
                   || payload || metadata
              FROM ledger_event
            """;

    @Override
    public Title title() {
        return new Title("E2", "verifying", Aim.ratioAtLeast(0.5));
    }

    @Override
    public void measure(Course course) {
        int events = course.sized(EVENTS);
        try (Store store = new Store(course.folder().resolve("e2"));
                Commands commands = Commands.of(store)) {
            commands.send();
            new LogRows(store).fillTo(events);
            List<byte[]> rows = store.jdbc().sql(BYTES).query((row, _) -> row.getBytes(1)).list();
            course.eachRound(round -> {
                course.add(
                        this,
                        "every link",
                        "SHA-256 on one core",
                        round,
                        events / Senders.seconds(() -> hash(rows)),
                        "events/s");
                course.mastro(
                        this,
                        "every link",
                        round,
                        events / Senders.seconds(() -> verify(store)),
                        "events/s");
            });
        }
    }

    private static void hash(List<byte[]> rows) {
        MessageDigest digest = Hash.digest();
        Hash last = Hash.ZERO;
        for (byte[] row : rows) {
            digest.update(row);
            last.update(digest);
            last = Hash.of(digest);
        }
        if (last.equals(Hash.ZERO)) {
            throw new IllegalStateException("nothing was hashed");
        }
    }

    private static void verify(Store store) {
        try (LogSnapshot snapshot = LogSnapshot.open(store.database()::connect)) {
            LogVerifier.Verdict verdict = new LogVerifier(snapshot).verify();
            if (verdict.first() != null) {
                throw new IllegalStateException("the log does not verify: " + verdict.first());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot verify", e);
        }
    }
}
