package dev.mastro.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server says 53100, as it does when its disk is full; F13 of the chaos suite fills one. */
class FullDiskTest {

    private static final String FULL =
            """
            CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
            $$
            BEGIN
                RAISE EXCEPTION 'could not extend file: No space left on device'
                    USING ERRCODE = 'disk_full';
            END
            $$;
            CREATE TRIGGER no_room BEFORE INSERT ON ledger_event
                FOR EACH STATEMENT EXECUTE FUNCTION no_room()
            """;

    private static final String ROOM_AGAIN =
            """
            DROP TRIGGER no_room ON ledger_event;
            DROP FUNCTION no_room()
            """;

    private static JdbcClient owner;
    private static CommandSide side;

    @BeforeAll
    static void start() {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        owner = JdbcClient.create(database.dataSource());
        side = CommandSide.startedAt("2025-04-28T10:00:00Z", database, Map.of());
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void who_writes_is_told_to_come_again_who_asks_is_answered_and_nothing_is_lost() {
        Customer customer = Customer.onInvoice(side.client());
        long before = side.events();
        owner.sql(FULL).update();

        Reply refused = customer.pay("10.00", "later");
        Reply quote =
                customer.post(
                        "/quotes",
                        """
                        {"changes": [{"type": "START", "product": "pro", "cycle": "MONTHLY",
                                      "licences": 1}]}
                        """);
        owner.sql(ROOM_AGAIN).update();

        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.at("/code")).isEqualTo("STORE_UNAVAILABLE");
        assertThat(refused.header("Retry-After")).contains("1");
        assertThat(quote.status()).as(quote.body()).isEqualTo(200);
        assertThat(side.events()).isEqualTo(before);
        assertThat(customer.pay("10.00", "later").status()).isEqualTo(201);
        assertThat(side.events()).isGreaterThan(before);
    }
}
