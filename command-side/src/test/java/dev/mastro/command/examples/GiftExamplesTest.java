package dev.mastro.command.examples;

import static dev.mastro.shared.calendar.BillingCycle.ANNUAL;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.credit.CreditCommands.GrantGoodwill;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.invoice.LineNetted;
import org.junit.jupiter.api.Test;

/** RF-3: a gift never becomes money. */
class GiftExamplesTest {

    private static final GrantId GIFT = GrantId.of("aaaaaaaa-5555-4555-8555-555555555555");

    @Test
    void a_gift_spent_on_an_invoice_is_never_paid_out_when_the_invoice_is_credited() {
        BookFixture onInvoice = BookFixture.zoomOnInvoice();
        onInvoice.on("2025-05-10").start("pro", MONTHLY, 10);
        gift(onInvoice, "2025-05-10", "100.00");
        onInvoice.on("2025-05-11").receive("59.90", null, null);

        Step step = onInvoice.on("2025-05-12").downgrade();

        assertThat(step.granted()).isEqualTo("149.58");
        assertThat(onInvoice.refundable()).isEqualTo("59.90");
        assertThat(onInvoice.credit()).isEqualTo("149.58");
    }

    @Test
    void a_gift_stays_a_gift_when_its_line_is_netted_and_credited_later() {
        BookFixture account = BookFixture.zoom();
        gift(account, "2025-02-01", "479.70");
        account.on("2025-02-01").start("pro", ANNUAL, 3);
        Step more = account.on("2025-02-01").total(4);
        assertThat(more.paid()).isEqualTo("159.90");
        assertThat(more.only(LineNetted.class).credit())
                .extracting(CreditGrant::grantId)
                .containsExactly(GIFT);

        account.on("2025-02-01").cycle(MONTHLY);

        assertThat(account.refundable()).isEqualTo("159.90");
        assertThat(account.credit()).isEqualTo("575.64");
    }

    @Test
    void a_gift_is_told_once_however_often_its_line_was_netted() {
        BookFixture account = BookFixture.zoom();
        gift(account, "2025-02-01", "9000.00");
        account.on("2025-02-01").start("pro", MONTHLY, 1);
        for (int licences = 2; licences < 50; licences++) {
            account.on("2025-02-01").total(licences);
        }

        LineNetted last = account.on("2025-02-01").total(50).only(LineNetted.class);

        assertThat(last.credit())
                .singleElement()
                .satisfies(grant -> {
                    assertThat(grant.grantId()).isEqualTo(GIFT);
                    assertThat(grant.amount()).isEqualTo(last.amount());
                });
    }

    private static void gift(BookFixture account, String on, String amount) {
        account.by(ActorRole.SUPPORT);
        account.on(on)
                .credit(
                        new GrantGoodwill(
                                BookFixture.ACCOUNT,
                                GIFT,
                                account.money(amount),
                                "SORRY",
                                false,
                                null));
        account.by(ActorRole.OWNER);
    }
}
