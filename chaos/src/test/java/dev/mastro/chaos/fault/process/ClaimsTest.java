package dev.mastro.chaos.fault.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClaimsTest {

    private static final String DEATH = "2025-04-01 08:00:00.5+00";

    private JdbcClient database;
    private Claims claims;

    @BeforeEach
    void anEmptyStore() {
        Database store = EmbeddedPostgres.shared().freshDatabase();
        var _ =
                Flyway.configure()
                        .dataSource(store.url(), store.user(), store.password())
                        .locations("classpath:db/migration/eventstore")
                        .load()
                        .migrate();
        database = JdbcClient.create(store.dataSource());
        claims = new Claims(database);
    }

    @Test
    void the_other_node_has_all_segments_when_each_is_claimed_since() {
        claim("journal", 0, "2025-04-01T08:00:00.501Z", "living");
        claim("journal", 1, "2025-04-01T08:00:06.100Z", "living");

        assertThat(claims.areAllSince(DEATH)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2025-04-01T08:00:00.499Z, dead", "2025-04-01T08:00:01.000Z,", ","})
    void a_segment_that_nobody_has_claimed_since_is_not_taken_over(
            @Nullable String at, @Nullable String owner) {
        claim("journal", 0, "2025-04-01T08:00:06.100Z", "living");
        claim("timeline", 1, at, owner);

        assertThat(claims.areAllSince(DEATH)).isFalse();
    }

    @Test
    void that_there_is_no_segment_is_no_takeover() {
        assertThat(claims.areAllSince(DEATH)).isFalse();
        assertThat(claims.now()).startsWith("20");
    }

    private void claim(String readModel, int segment, @Nullable String at, @Nullable String owner) {
        var _ =
                database.sql("INSERT INTO token_entry VALUES (?, ?, NULL, NULL, ?, ?)")
                        .param(readModel)
                        .param(segment)
                        .param(at)
                        .param(owner)
                        .update();
    }
}
