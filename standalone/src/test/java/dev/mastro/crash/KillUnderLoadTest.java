package dev.mastro.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.Mastro;
import dev.mastro.RunOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class KillUnderLoadTest {

    private static final long SEED = 20_250_401;
    private static final int SENDERS = 6;
    private static final int ROUNDS = 2;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 150;
    private static final int KILLED = 137;

    @TempDir Path folder;

    @Test
    void a_killed_process_loses_nothing_it_acknowledged_and_does_nothing_twice() throws Exception {
        List<Attempt> history = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            history.addAll(loadAndKill(round));
        }
        assertThat(history)
                .as("the kill landed in the middle of a command")
                .anyMatch(Attempt::isUnknown);

        try (Mastro mastro = Mastro.start(options())) {
            JdbcClient database = mastro.context().getBean(JdbcClient.class);
            Invariants invariants = new Invariants(database, mastro.baseUrl());
            invariants.nothingAcknowledgedIsLost(history);
            invariants.whatWasRefusedIsAbsent(history);
            List<Attempt> settled = invariants.sameKeySameAnswer(history);
            invariants.nothingAcknowledgedIsLost(settled);
            invariants.nothingIsAppliedTwice(settled);
            invariants.streamsAreDense();
            invariants.numbersHaveNoGap();
            ReadModelRows readModels = new ReadModelRows(database, mastro.baseUrl());
            Map<String, String> live = readModels.read();
            invariants.booksBalance();
            readModels.rebuildAll();
            assertThat(readModels.read()).isEqualTo(live).hasSizeGreaterThanOrEqualTo(6);
        }
    }

    private List<Attempt> loadAndKill(int round) throws Exception {
        try (ChildProcess child =
                ChildProcess.start(folder.resolve("data"), folder.resolve("log.txt"))) {
            Workload load = new Workload(child.baseUrl(), "r" + round, SEED + 100L * round);
            List<Thread> senders = load.start(SENDERS);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> load.acknowledged() >= ACKNOWLEDGED_BEFORE_THE_KILL);
            assertThat(child.kill()).isEqualTo(KILLED);
            load.stop();
            for (Thread sender : senders) {
                sender.join();
            }
            return load.history();
        }
    }

    private RunOptions options() {
        return RunOptions.defaults()
                .withPort(0)
                .withData(folder.resolve("data"))
                .withClockStart(Instant.parse("2025-04-01T08:00:00Z"));
    }
}
