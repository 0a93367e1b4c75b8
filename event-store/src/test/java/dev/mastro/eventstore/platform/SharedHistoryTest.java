package dev.mastro.eventstore.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.eventstore.StoreFixture;
import dev.mastro.eventstore.checkpoint.RefusedLog;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    @Test
    void a_database_of_a_later_version_is_refused_and_left_as_it_is() {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        startWith(database, "query").close();
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql(
                        """
                        INSERT INTO flyway_schema_history (installed_rank, version, description,
                               type, script, installed_by, execution_time, success)
                        VALUES (100, '1.999', 'of the future', 'SQL', 'V1_999__of_the_future.sql',
                                current_user, 1, true)
                        """)
                .update();

        assertThatThrownBy(() -> startWith(database, "command"))
                .rootCause()
                .isInstanceOf(RefusedLog.class)
                .hasMessage("the database was changed by a later version of Mastro (script 1.999)");
        assertThat(
                        jdbc.sql("SELECT count(*) FROM flyway_schema_history WHERE version = '2.1'")
                                .query(Long.class)
                                .single())
                .isZero();
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
