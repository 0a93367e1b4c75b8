package dev.mastro.chaos.fault.time;

import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.world.Answers;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * F12, from outside: libfaketime gives one node another time than all others have, back and ahead,
 * and takes it away again. Only where the library is installed (Debian: libfaketime).
 */
public final class ClockSkewed implements Fault {

    private static final List<Integer> SECONDS = List.of(-120, 120, -86_400, 3_600);
    private static final Duration LASTS = Duration.ofSeconds(30);
    private static final Duration JUMPS_WITHIN = Duration.ofSeconds(30);
    private static final int TOLERANCE = 30;

    @Override
    public String id() {
        return "F12-skew";
    }

    @Override
    public String title() {
        return "one node's clock off by -120 s, +120 s, -1 day, +1 h for 30 s (libfaketime)";
    }

    @Override
    public int repetitions() {
        return 20;
    }

    @Override
    public Plan plan() {
        return Plan.usual().inRealTime();
    }

    @Override
    public Evidence strike(Field field) throws Exception {
        Optional<Path> library = library();
        if (library.isEmpty()) {
            return Evidence.of(false, "libfaketime is not installed");
        }
        Path offset = Files.createTempFile("mastro-offset", "");
        Node victim = field.oneOf(field.world().commandNodes());
        restart(field, victim, environment(library.get(), offset));
        int seconds = SECONDS.get(field.run().repetition() % SECONDS.size());
        Evidence evidence =
                field.underLoad(() -> {
                    Files.writeString(offset, "%+d".formatted(seconds));
                    boolean jumped = Patience.within(JUMPS_WITHIN, () -> isOff(victim, seconds));
                    Patience.pause(LASTS);
                    Files.writeString(offset, "+0");
                    return Evidence.of(jumped, "%s off by %d s".formatted(victim.name(), seconds));
                });
        restart(field, victim, Map.of());
        Files.delete(offset);
        return evidence;
    }

    private static void restart(Field field, Node node, Map<String, String> environment) {
        var _ = node.kill();
        node.setEnvironment(environment);
        field.world().start(node);
        node.awaitReady();
    }

    private static Map<String, String> environment(Path library, Path offset) throws IOException {
        Files.writeString(offset, "+0");
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }

    private static boolean isOff(Node node, int seconds) {
        long off = Answers.secondsAhead(node);
        return Math.abs(off - seconds) < TOLERANCE;
    }

    private static Optional<Path> library() {
        try (Stream<Path> files = Files.find(Path.of("/usr/lib"), 3, (path, _) -> isIt(path))) {
            return files.findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isIt(Path path) {
        return path.endsWith("faketime/libfaketimeMT.so.1");
    }
}
