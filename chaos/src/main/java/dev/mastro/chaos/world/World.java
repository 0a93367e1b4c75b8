package dev.mastro.chaos.world;

import dev.mastro.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database server and the processes that use it. */
public final class World implements AutoCloseable {

    private static final Duration SETTLES_WITHIN = Duration.ofMinutes(3);

    private static final String UNSEALED =
            """
            SELECT count(*) FROM ledger_event AS event
             WHERE NOT EXISTS (
                   SELECT FROM ledger_seal AS seal WHERE seal.global_index = event.global_index)
            """;

    private static final String SEALER =
            """
            SELECT session.application_name
              FROM pg_locks AS held
              JOIN pg_stat_activity AS session USING (pid)
             WHERE held.locktype = 'advisory' AND held.granted AND held.objsubid = 1
               AND (held.classid::bigint << 32) + held.objid::bigint = 7305808869231649132
            """;

    private final Path folder;
    private final Plan plan;
    private final SmallDisk disk;
    private final Server server;
    private final List<Node> commandNodes = new ArrayList<>();
    private final List<Node> queryNodes = new ArrayList<>();

    private final Thread lastWill = new Thread(this::end);

    private World(Path folder, Plan plan) throws IOException {
        this.folder = folder;
        this.plan = plan;
        Path data = folder.resolve("data");
        this.disk = SmallDisk.at(data, plan.diskMegabytes());
        this.server = new Server(data);
        Runtime.getRuntime().addShutdownHook(lastWill);
    }

    /** Starts all of it at once and waits until everybody is ready. */
    public static World start(Path folder, Plan plan) {
        World world = of(folder, plan);
        world.nodes().forEach(world::start);
        world.nodes().forEach(Node::awaitReady);
        return world;
    }

    /** Its server runs, and its nodes do not yet. */
    private static World of(Path folder, Plan plan) {
        try {
            Files.createDirectories(folder);
            World world = new World(folder, plan);
            world.make(folder, Side.COMMAND, plan.commandNodes(), world.commandNodes);
            world.make(folder, Side.QUERY, plan.queryNodes(), world.queryNodes);
            return world;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes what later starts are faster with, once for each build, where that is possible. */
    public static void prepareStarts(Supplier<Path> newFolder) {
        if (!StartCache.isPossible()
                || Arrays.stream(Side.values()).map(StartCache::of).allMatch(StartCache::isThere)) {
            return;
        }
        try (World world = of(newFolder.get(), Plan.usual().withOneNodeOfEach())) {
            world.nodes().forEach(node -> node.startToBeRemembered(world.server.database()));
            world.nodes().forEach(Node::awaitReady);
            world.nodes().forEach(Node::stop);
        }
    }

    private void make(Path folder, Side side, int count, List<Node> nodes) throws IOException {
        for (int i = 1; i <= count; i++) {
            String name = "%s-%d".formatted(side.name().toLowerCase(Locale.ROOT), i);
            nodes.add(new Node(name, side, new Link(server::port), folder, plan.settings()));
        }
    }

    /** Where everything of it lies. */
    public Path folder() {
        return folder;
    }

    /** The database server. */
    public Server server() {
        return server;
    }

    /** What its data lies on, if that can be filled. */
    public SmallDisk disk() {
        return disk;
    }

    /** Those that decide. */
    public List<Node> commandNodes() {
        return List.copyOf(commandNodes);
    }

    /** Those that read. */
    public List<Node> queryNodes() {
        return List.copyOf(queryNodes);
    }

    /** All of them. */
    public List<Node> nodes() {
        return Stream.concat(commandNodes.stream(), queryNodes.stream()).toList();
    }

    /** Starts a node that has ended. */
    public void start(Node node) {
        node.start(server.database(), plan.isLegible());
    }

    /** The database, asked directly and not on the way of any node. */
    public JdbcClient database() {
        Database database = server.database();
        return JdbcClient.create(database.dataSource());
    }

    /** The node that gives the positions now. */
    public Node sealer() {
        JdbcClient database = database();
        Patience.until(
                SETTLES_WITHIN,
                "somebody seals",
                () -> !database.sql(SEALER).query(String.class).list().isEmpty());
        String name = database.sql(SEALER).query(String.class).list().getFirst();
        return nodes().stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow();
    }

    /** Waits until everybody works, every event has its position, and all read models have it. */
    public void awaitSettled() {
        nodes().stream().filter(node -> !node.isAlive()).forEach(this::start);
        nodes().forEach(node -> node.link().heal());
        nodes().forEach(Node::awaitReady);
        JdbcClient database = database();
        Patience.until(
                SETTLES_WITHIN,
                "every event has its position",
                () -> database.sql(UNSEALED).query(Long.class).single() == 0);
        awaitCaughtUp();
    }

    private void awaitCaughtUp() {
        try {
            Patience.until(
                    SETTLES_WITHIN,
                    "all read models have caught up",
                    () -> ReadModels.of(queryNodes.getFirst()).areCaughtUp());
        } catch (Patience.TooLate e) {
            throw new Patience.TooLate(e.getMessage() + ", but " + seen());
        }
    }

    /** What may explain why nothing goes on. */
    private String seen() {
        try {
            nodes().forEach(Node::logThreads);
            return queryNodes.stream()
                    .map(node -> ReadModels.of(node).inWords())
                    .collect(Collectors.joining("; "));
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    /** Also when the suite itself is interrupted, nothing of it stays behind. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastWill);
        end();
    }

    private void end() {
        nodes().forEach(Node::close);
        server.close();
        disk.close();
    }
}
