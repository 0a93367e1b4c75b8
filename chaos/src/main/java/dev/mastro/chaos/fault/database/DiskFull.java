package dev.mastro.chaos.fault.database;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.history.Sending;
import dev.mastro.chaos.rows.Rows;
import dev.mastro.chaos.trial.Evidence;
import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Field;
import dev.mastro.chaos.trial.Refusals;
import dev.mastro.chaos.world.Answers;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.Plan;
import dev.mastro.chaos.world.Server;
import dev.mastro.chaos.world.SmallDisk;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * F13: no room is left on the disk of the server. In turn it notices when a table has to grow,
 * which refuses a statement, and when it needs another file for its own log, which ends it. Once
 * there is room everything goes on; nobody repairs anything, at most the server is started again.
 */
public final class DiskFull implements Fault {

    private static final int MEGABYTES = 640;
    private static final int LEAST = 20;
    private static final int LOOKS = 20;
    private static final int MOST_FILES = 60;
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);
    private static final Duration COMES_BACK_WITHIN = Duration.ofSeconds(20);
    private static final String NO_ROOM = "No space left on device";

    private static final String NEXT_FILE =
            """
            SELECT pg_switch_wal() FROM pg_logical_emit_message(true, 'chaos', 'the next file')
            """;

    @Override
    public String id() {
        return "F13";
    }

    @Override
    public String title() {
        return "no room on the disk of PostgreSQL, for its tables or for its log (tmpfs)";
    }

    @Override
    public int repetitions() {
        return 10;
    }

    @Override
    public Plan plan() {
        return Plan.usual().onASmallDisk(MEGABYTES);
    }

    private record Reads(int answered, int looks) {}

    @Override
    public Evidence strike(Field field) throws Exception {
        SmallDisk disk = field.world().disk();
        if (!disk.isMounted()) {
            return Evidence.of(false, "no tmpfs could be mounted");
        }
        boolean inItsLog = field.run().repetition() % 2 == 0;
        field.world().database().sql("CHECKPOINT").update();
        try {
            return field.underLoad(() -> full(field, disk, inItsLog));
        } finally {
            disk.makeRoom();
        }
    }

    private static Evidence full(Field field, SmallDisk disk, boolean inItsLog) {
        Server server = field.world().server();
        List<Node> nodes = field.world().commandNodes();
        List<Long> before = nodes.stream().map(Node::logSize).toList();
        long serverLog = server.logSize();
        int refused = refusals(field).count();
        disk.fill();
        long left = disk.left();
        if (inItsLog) {
            useUpTheLog(field.world().database());
        }
        Patience.until(
                TOLD_WITHIN,
                "writes are refused",
                () -> refusals(field).count() - refused >= LEAST);
        Reads reads = read(field);
        disk.makeRoom();
        boolean ended = !Patience.within(COMES_BACK_WITHIN, () -> answers(field));
        if (ended) {
            server.startAgain();
        }
        boolean noRoom = false;
        for (int i = 0; i < nodes.size(); i++) {
            noRoom |= nodes.get(i).logSince(before.get(i)).contains(NO_ROOM);
        }
        boolean crashed = ended || server.logSince(serverLog).contains(Server.RECOVERY);
        return Evidence.of(
                        noRoom || crashed,
                        "%d bytes left; %s; %s; %d of %d reads answered meanwhile"
                                .formatted(
                                        left,
                                        fate(ended, crashed),
                                        refusals(field).inWords(),
                                        reads.answered(),
                                        reads.looks()))
                .requiring(
                        crashed || reads.answered() == reads.looks(),
                        "reads failed although the server was there");
    }

    private static String fate(boolean ended, boolean crashed) {
        if (ended) {
            return "the server ended and was started again";
        }
        return crashed ? "the server crashed and came back" : "the server stayed";
    }

    private static boolean answers(Field field) {
        return field.world().database().sql("SELECT true").query(Boolean.class).single();
    }

    private static void useUpTheLog(JdbcClient database) {
        try {
            for (int i = 0; i < MOST_FILES; i++) {
                var _ = database.sql(NEXT_FILE).query(String.class).single();
            }
        } catch (DataAccessException e) {
            // There was no room for the next one.
        }
    }

    /** What somebody sees who only reads. */
    private static Reads read(Field field) {
        String question =
                "/accounts/%s/balance"
                        .formatted(field.population().customers().getFirst().account());
        int answered = 0;
        for (int i = 0; i < LOOKS; i++) {
            Node node = field.oneOf(field.world().queryNodes());
            if (Patience.within(Duration.ZERO, () -> !Answers.get(node, question).isEmpty())) {
                answered++;
            }
            Patience.pause(BETWEEN);
        }
        return new Reads(answered, LOOKS);
    }

    private static Refusals refusals(Field field) {
        return Refusals.in(field.history());
    }

    /** Writes are refused by 503 and by nothing else. */
    @Override
    public List<String> complaints(History frozen, History settling, Rows rows) {
        Refusals refusals = Refusals.in(frozen);
        return frozen.sendings().stream()
                .filter(Sending::isUnknown)
                .filter(it -> !refusals.sendings().contains(it))
                .map(it -> "neither an answer nor a 503: " + it.inWords())
                .toList();
    }
}
