package dev.mastro.chaos.fault.reading;

import dev.mastro.chaos.world.Patience;
import java.time.Duration;
import java.util.List;
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

    @Override
    public void plant(JdbcClient database, String account) {
        database.sql("CREATE TABLE poison_lost AS TABLE %s WITH NO DATA".formatted(table)).update();
        String lose =
                """
                WITH lost AS (DELETE FROM %s WHERE %s = ?::uuid RETURNING *)
                INSERT INTO poison_lost SELECT * FROM lost
                """
                        .formatted(table, key);
        Patience.until(
                THERE_WITHIN,
                "there are rows to lose",
                () -> database.sql(lose).param(account).update() > 0);
    }

    @Override
    public void heal(JdbcClient database) {
        database.sql("INSERT INTO %s SELECT * FROM poison_lost".formatted(table)).update();
        database.sql("DROP TABLE poison_lost").update();
    }
}
