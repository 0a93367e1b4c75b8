package dev.mastro.query.rebuild;

import dev.mastro.query.platform.ReadTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tables like the live ones, in a schema of their own. Constraints and indexes keep their names, so
 * that later migrations find them.
 */
@Component
class ShadowTables {

    private static final String INDEXES =
            """
            SELECT index.relname AS name,
                   CASE WHEN made.oid IS NULL
                        THEN replace(pg_get_indexdef(index.oid), ' ON public.' || :table || ' ',
                                     ' ON ' || :schema || '.' || :table || ' ')
                        ELSE format('ALTER TABLE %s.%s ADD CONSTRAINT %I %s', :schema, :table,
                                    made.conname, pg_get_constraintdef(made.oid))
                   END AS statement
              FROM pg_index
              JOIN pg_class AS index ON index.oid = indexrelid
              LEFT JOIN pg_constraint AS made
                ON made.conindid = indexrelid AND made.conrelid = indrelid
             WHERE indrelid = ('public.' || :table)::regclass
             ORDER BY made.oid IS NULL, name
            """;

    private static final String RIGHTS =
            """
            SELECT format('GRANT %s ON %s.%s TO %s', privilege_type, :schema, :table,
                          CASE grantee WHEN 0 THEN 'PUBLIC'
                                       ELSE quote_ident(pg_get_userbyid(grantee)) END)
              FROM pg_class
             CROSS JOIN LATERAL aclexplode(relacl)
             WHERE pg_class.oid = ('public.' || :table)::regclass AND grantee <> relowner
            """;

    private static final String LIVE_SIZE =
            """
            SELECT coalesce(sum(pg_total_relation_size(to_regclass('public.' || name))), 0)
              FROM unnest(?::text[]) AS name
            """;

    /** What a crash takes of it is made again by the run that begins anew. */
    private static final String NEED_NOT_SURVIVE =
            """
            SELECT set_config('synchronous_commit', 'off', true)
            """;

    private final JdbcClient jdbc;
    private final RebuildTable rebuilds;
    private final TransactionOperations transaction;

    ShadowTables(JdbcClient jdbc, RebuildTable rebuilds, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.rebuilds = rebuilds;
        this.transaction = transaction;
    }

    private record Index(String name, String statement) {}

    /** How many bytes the live tables have. */
    long liveSize(Run run) {
        return jdbc.sql(LIVE_SIZE)
                .param(
                        1,
                        run.projection().tables().stream()
                                .map(ReadTable::name)
                                .toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Empty, whatever an earlier run has left. */
    void create(Run run) {
        whileCurrent(
                run,
                () -> {
                    dropAll(run);
                    execute("CREATE SCHEMA " + run.schema());
                    for (ReadTable table : run.projection().tables()) {
                        String name = run.schema() + "." + table.name();
                        execute(
                                "CREATE TABLE %s (LIKE public.%s INCLUDING ALL EXCLUDING INDEXES)"
                                        .formatted(name, table.name()));
                        ask(RIGHTS, run, table)
                                .query(row -> {
                                    execute(String.valueOf(row.getString(1)));
                                });
                        index(run, table, true);
                    }
                });
    }

    /** With every index that the live tables have, and ready to be planned with. */
    void complete(Run run) {
        for (ReadTable table : run.projection().tables()) {
            whileCurrent(
                    run,
                    () -> {
                        index(run, table, false);
                        execute("ANALYZE %s.%s".formatted(run.schema(), table.name()));
                    });
        }
    }

    /** Nothing else may depend on the tables: a view would be an error here. */
    void drop(Run run) {
        whileCurrent(run, () -> dropAll(run));
    }

    private void dropAll(Run run) {
        for (String schema : List.of(run.schema(), run.retired())) {
            for (ReadTable table : run.projection().tables()) {
                execute("DROP TABLE IF EXISTS %s.%s".formatted(schema, table.name()));
            }
            execute("DROP SCHEMA IF EXISTS " + schema);
        }
    }

    private void whileCurrent(Run run, Runnable work) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql(NEED_NOT_SURVIVE).query(row -> {});
            rebuilds.requireCurrent(run.name(), run.number());
            work.run();
        });
    }

    private void index(Run run, ReadTable table, boolean lookedInto) {
        ask(INDEXES, run, table)
                .query((row, _) ->
                        new Index(
                                String.valueOf(row.getString("name")),
                                String.valueOf(row.getString("statement"))))
                .list()
                .stream()
                .filter(index -> table.lookedInto().contains(index.name()) == lookedInto)
                .forEach(index -> execute(index.statement()));
    }

    private JdbcClient.StatementSpec ask(String sql, Run run, ReadTable table) {
        return jdbc.sql(sql).param("schema", run.schema()).param("table", table.name());
    }

    private void execute(String statement) {
        jdbc.sql(statement).update();
    }
}
