package dev.mastro.eventstore.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.eventstore.StoreFixture;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each process brings only the scripts of its own side, in any order, into one database. */
class SharedHistoryTest {

    @Test
    void both_sides_migrate_one_database_whoever_comes_first() {
        Database database = EmbeddedPostgres.shared().freshDatabase();

        startWith(database, "query").close();
        startWith(database, "command").close();
        try (StoreFixture again = startWith(database, "query")) {
            assertThat(
                            again.jdbc()
                                    .sql("SELECT version FROM flyway_schema_history ORDER BY 1")
                                    .query((row, number) -> row.getString(1))
                                    .list())
                    .contains("1.1", "2.1", "3.1")
                    .doesNotHaveDuplicates();
        }
    }

    private static StoreFixture startWith(Database database, String side) {
        return StoreFixture.start(
                database,
                Map.of(
                        "spring.flyway.locations",
                        "classpath:db/migration,classpath:db/migration-of-%s-side"
                                .formatted(side)));
    }
}
