package dev.mastro.chaos.fault.reading;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database refuses every row of an account in one table: the handler fails with an SQL error,
 * and PostgreSQL lets the transaction do nothing more.
 */
record RefusedRows(String table, String key, String state) implements Poison {

    static List<RefusedRows> all() {
        return Stream.of("22012", "23514").flatMap(RefusedRows::everywhere).toList();
    }

    /** A division by zero or a violated check, wherever rows of accounts are. */
    private static Stream<RefusedRows> everywhere(String state) {
        return Stream.of(
                new RefusedRows("accounts", "id", state),
                new RefusedRows("subscriptions", "account_id", state),
                new RefusedRows("invoices", "account_id", state),
                new RefusedRows("credits", "account_id", state),
                new RefusedRows("journal_posting", "account_id", state),
                new RefusedRows("revenue_line", "account_id", state),
                new RefusedRows("timeline_item", "account_id", state));
    }

    @Override
    public String inWords() {
        return "rows of %s refused with SQL state %s".formatted(table, state);
    }

    @Override
    public void plant(JdbcClient database, String account) {
        database.sql(
                        """
                        CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'poisoned' USING ERRCODE = '%s'; END $$
                        """
                                .formatted(state))
                .update();
        database.sql(
                        """
                        CREATE TRIGGER poison BEFORE INSERT OR UPDATE ON %s
                           FOR EACH ROW WHEN (NEW.%s = '%s') EXECUTE FUNCTION poison()
                        """
                                .formatted(table, key, account))
                .update();
    }

    @Override
    public void heal(JdbcClient database) {
        database.sql("DROP FUNCTION poison() CASCADE").update();
    }
}
