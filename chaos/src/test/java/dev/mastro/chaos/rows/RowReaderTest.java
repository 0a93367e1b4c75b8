package dev.mastro.chaos.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RowReaderTest {

    private static final String ACCOUNT = "00000000-0000-4000-8000-000000000001";
    private static final String OTHER = "00000000-0000-4000-8000-000000000002";

    private JdbcClient database;

    @BeforeEach
    void anEmptyStore() {
        Database store = EmbeddedPostgres.shared().freshDatabase();
        var _ =
                Flyway.configure()
                        .dataSource(store.url(), store.user(), store.password())
                        .locations(
                                "classpath:db/migration/eventstore",
                                "classpath:db/migration/command",
                                "classpath:db/migration/query")
                        .load()
                        .migrate();
        database = JdbcClient.create(store.dataSource());
    }

    @Test
    void what_states_show_stands_beside_what_the_journal_has() {
        owe("12.10", "0.90");
        book(1, "1100", 2_000);
        book(2, "1100", -700);
        have("5.00");
        book(3, "2100", -300);
        book(4, "2110", -250);
        book(5, "2110", 50);

        assertThat(booked())
                .containsExactlyInAnyOrder(
                        new BookedRow("accounts", ACCOUNT, 1_300, 1_300),
                        new BookedRow("credits", ACCOUNT, 500, 500));
    }

    @Test
    void what_only_one_of_them_has_is_shown_as_well() {
        have("5.00");
        book(1, "1100", 200);

        assertThat(booked())
                .containsExactlyInAnyOrder(
                        new BookedRow("accounts", ACCOUNT, 0, 200),
                        new BookedRow("credits", ACCOUNT, 500, 0));
    }

    private List<BookedRow> booked() {
        return new RowReader(database).read("", 0).booked();
    }

    private void owe(String one, String other) {
        var _ =
                database.sql(
                                """
                                INSERT INTO accounts (id, number, opened_at_position, state)
                                VALUES (?::uuid, 'A', 1, format(
                                    '{"receivables": {"open": [{"outstanding": {"amount": "%s"}},
                                      {"outstanding": {"amount": "%s"}}]}}', ?, ?)::jsonb),
                                       (?::uuid, 'B', 2, '{"receivables": {"open": []}}')
                                """)
                        .params(ACCOUNT, one, other, OTHER)
                        .update();
    }

    private void have(String left) {
        var _ =
                database.sql(
                                """
                                INSERT INTO credits (id, account_id, opened_at_position, state)
                                VALUES (gen_random_uuid(), ?::uuid, 1,
                                        format('{"left": {"amount": "%s"}}', ?)::jsonb)
                                """)
                        .params(ACCOUNT, left)
                        .update();
    }

    private void book(int position, String ledgerCode, int cents) {
        var _ =
                database.sql(
                                """
                                INSERT INTO journal_posting (position, line, service_date,
                                       posted_on, recorded_at, account_id, ledger_code, sub_key,
                                       currency, amount_minor, event_type)
                                VALUES (?, 1, '2025-04-01', '2025-04-01', now(), ?::uuid, ?, 'key',
                                        'EUR', ?, 'CreditGranted')
                                """)
                        .params(position, ACCOUNT, ledgerCode, cents)
                        .update();
    }
}
