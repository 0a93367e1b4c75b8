package dev.mastro.command.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Step;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.shared.invoice.InvoiceId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R000-08, and a seller who has no such page. */
class ExpressDecisionsTest {

    @Test
    void where_the_seller_takes_express_payments_what_is_left_is_charged() {
        BookFixture account = BookFixture.zoom();
        InvoiceId invoice = account.owes("INV-1", "2025-04-10", "70.00");

        assertThat(pay(account, invoice)).isInstanceOf(Proposal.Unpaid.class);
        assertThat(Step.text(((Proposal.Unpaid) pay(account, invoice)).due())).isEqualTo("70.00");
    }

    @Test
    void a_seller_without_express_payment_takes_none() {
        BookFixture account = BookFixture.goTo();
        InvoiceId invoice = account.owes("INV-1", "2025-04-10", "70.00");

        assertThatThrownBy(() -> pay(account, invoice))
                .isInstanceOf(RuleViolation.class)
                .hasMessage(Rejection.PAYMENT_REFUSED.name());
    }

    private static Proposal pay(BookFixture account, InvoiceId invoice) {
        PayExpress command =
                new PayExpress(
                        BookFixture.ACCOUNT,
                        invoice,
                        new UUID(1, 1),
                        "tok_ok",
                        null,
                        Payment.none());
        return ExpressDecisions.pay(command, account.book(), account.circumstances());
    }
}
