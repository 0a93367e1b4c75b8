package dev.mastro.chaos.fault.reading;

import dev.mastro.chaos.world.Patience;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of an account are gone: the handler finds nothing to go on from and throws. */
record LostRows(String table, String key) implements Poison {

    private static final Duration THERE_WITHIN = Duration.ofMinutes(1);

    static List<LostRows> all() {
        return List.of(
                new LostRows("accounts", "id"),
                new LostRows("subscriptions", "account_id"),
                new LostRows("invoices", "account_id"),
                new LostRows("credits", "account_id"));
    }

    @Override
    public String inWords() {
        return "rows of %s lost, on which the handler throws".formatted(table);
    }

    /** A batch that has read the rows writes them before the lock is given. */
    @Override
    public void plant(JdbcClient database, String account) {
        database.sql("CREATE TABLE poison_lost AS TABLE %s WITH NO DATA".formatted(table)).update();
        String lose =
                """
                DO $$ BEGIN
                    LOCK TABLE %1$s IN ACCESS EXCLUSIVE MODE;
                    WITH lost AS (DELETE FROM %1$s WHERE %2$s = '%3$s' RETURNING *)
                    INSERT INTO poison_lost SELECT * FROM lost;
                END $$
                """
                        .formatted(table, key, UUID.fromString(account));
        Patience.until(
                THERE_WITHIN,
                "there are rows to lose",
                () -> {
                    database.sql(lose).update();
                    return database.sql("SELECT EXISTS (TABLE poison_lost)")
                            .query(Boolean.class)
                            .single();
                });
    }

    @Override
    public void heal(JdbcClient database) {
        database.sql("INSERT INTO %s SELECT * FROM poison_lost".formatted(table)).update();
        database.sql("DROP TABLE poison_lost").update();
    }
}
