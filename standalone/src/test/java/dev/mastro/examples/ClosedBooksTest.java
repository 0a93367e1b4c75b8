package dev.mastro.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BT-2, in a world of its own, since the books are those of everybody. */
class ClosedBooksTest {

    private static final String MARCH = "/books/trial-balance?asOf=2025-03-31";

    @TempDir Path folder;

    private String march = "";

    @Test
    void bt_2_a_closed_month_stays_and_late_money_is_posted_in_the_open_one() throws Throwable {
        Story story =
                Story.of("BT-2")
                        .on("2025-03-10", c -> c.onInvoice("zoom").buys("pro", 10).done())
                        .on("2025-04-05", this::closesMarch)
                        .on("2025-04-06", this::paidInMarch)
                        .on("2025-05-02", ClosedBooksTest::goesOn);

        World.play(List.of(story), folder);

        story.requirePlayed();
    }

    private void closesMarch(Customer customer) {
        march = customer.books(MARCH).done().body();
        customer.closes("support:sue", "2025-03").refused("NOT_ALLOWED");
        customer.closes("finance:fay", "2025-04").refused("MONTH_NOT_OVER");
        customer.closes("finance:fay", "2025-03").done().has("/period/openFrom", "2025-04-01");
        customer.books("/books/periods")
                .has("/items/0/month", "2025-03")
                .has("/items/0/closedBy", "finance:fay");
    }

    private void paidInMarch(Customer customer) {
        customer.paysOn("2025-03-20", "159.90", "late").done();

        assertThat(customer.books(MARCH).body()).isEqualTo(march);
        Reply april = customer.get("/journal?from=2025-04-01&to=2025-04-06&limit=500");
        int payment = april.each("/items", "/event").indexOf("PaymentReceived");
        april.has("/items/" + payment + "/date", "2025-04-01")
                .has("/items/" + payment + "/serviceDate", "2025-03-20");
        customer.owedThen("2025-03-21", "2025-04-06T08:00:00Z", "0.00");
    }

    private static void goesOn(Customer customer) {
        customer.closes("finance:fay", "2025-04").done();
        customer.books("/books/periods").has("/items/1/month", "2025-03");
        await().untilAsserted(() -> customer.books("/audit/checks").has("/complete", "true"));
        Reply audit = customer.books("/audit/checks").has("/clean", "true");
        int check = audit.each("/checks", "/invariant").indexOf("13");
        audit.has("/checks/" + check + "/skipped", "false")
                .has("/checks/" + check + "/checked", "2");
    }
}
