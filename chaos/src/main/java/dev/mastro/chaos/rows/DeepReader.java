package dev.mastro.chaos.rows;

import dev.mastro.chaos.world.Answers;
import dev.mastro.chaos.world.Node;
import dev.mastro.chaos.world.Patience;
import dev.mastro.chaos.world.ReadModels;
import dev.mastro.chaos.world.World;
import dev.mastro.eventstore.verify.LogSnapshot;
import dev.mastro.eventstore.verify.LogVerifier;
import dev.mastro.eventstore.verify.Mismatch;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what takes longer: the whole chain, a rebuild of everything, states by two ways. */
public final class DeepReader {

    private static final Duration REBUILT_WITHIN = Duration.ofMinutes(10);

    private static final String TABLES =
            """
            SELECT table_name FROM information_schema.tables
             WHERE table_schema = 'public' AND table_name IN
                   ('accounts', 'subscriptions', 'invoices', 'credits', 'journal_posting',
                    'revenue_line', 'timeline_item', 'timeline_name')
            """;

    private static final String BUSIEST =
            """
            SELECT id::text FROM accounts ORDER BY length(state::text) DESC, id LIMIT ?
            """;

    private final World world;

    /** Reads in this world, which must have settled. */
    public DeepReader(World world) {
        this.world = world;
    }

    /** All of it; the states of so many accounts. */
    public Rows.Deep read(int accounts) {
        JdbcClient database = world.database();
        List<String> busiest = Select.list(database, String.class, BUSIEST, accounts);
        String mismatch = mismatch();
        List<StateRow> folded = new FoldReader(database).compare(busiest);
        List<StateRow> remembered = remembered(busiest);
        Map<String, String> live = prints(database);
        rebuild();
        return new Rows.Deep(mismatch, live, prints(database), folded, remembered);
    }

    /** The first place where the chain does not hold. */
    public @Nullable String mismatch() {
        try (LogSnapshot snapshot = LogSnapshot.open(world.server().database()::connect)) {
            Mismatch first = new LogVerifier(snapshot).verify().first();
            return first == null
                    ? null
                    : "position %d: %s".formatted(first.position(), first.what());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A print of every row of each read model, whatever order the rows lie in. */
    public static Map<String, String> prints(JdbcClient database) {
        Map<String, String> prints = new TreeMap<>();
        for (String table : Select.list(database, String.class, TABLES)) {
            prints.put(table, database.sql(print(table)).query(String.class).single());
        }
        return prints;
    }

    /** Lets every read model read the whole log again. */
    public void rebuild() {
        Node reader = world.queryNodes().getFirst();
        for (String name : ReadModels.of(reader).names()) {
            var _ = Answers.post(reader, "/projections/" + name + "/rebuild");
        }
        Patience.until(
                REBUILT_WITHIN,
                "all read models are made again",
                () -> !ReadModels.of(reader).isRebuilding());
    }

    private static String print(String table) {
        return """
        SELECT count(*) || ' rows '
               || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '')
          FROM %s AS t
        """
                .formatted(table);
    }

    private List<StateRow> remembered(List<String> accounts) {
        List<Node> nodes = world.commandNodes();
        List<StateRow> rows = new ArrayList<>();
        for (String account : accounts) {
            String question = "/accounts/" + account + "/allowed-actions";
            String first = Canonical.of(Answers.get(nodes.getFirst(), question));
            for (Node other : nodes.subList(1, nodes.size())) {
                rows.add(
                        new StateRow(
                                "account %s at %s".formatted(account, other.name()),
                                first,
                                Canonical.of(Answers.get(other, question))));
            }
        }
        return rows;
    }
}
