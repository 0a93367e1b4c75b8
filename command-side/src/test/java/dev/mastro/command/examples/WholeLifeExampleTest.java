package dev.mastro.command.examples;

import static dev.mastro.shared.calendar.BillingCycle.ANNUAL;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.refund.CancelAndRefundDecision;
import dev.mastro.command.subscription.CancelAndRefund;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** E2E-1. */
class WholeLifeExampleTest {

    private final BookFixture account =
            new BookFixture(
                    BookFixture.seller("zoom"),
                    BookFixture.profile("zoom", "IT", "EUR", "Europe/Rome"));

    @Test
    void e2e_1_from_the_first_invoice_to_the_refund() {
        expect(account.on("2025-01-31").start("pro", MONTHLY, 10), "159.90", "35.18", "195.08");
        expect(account.on("2025-02-14").total(12), "95.94", "3.52", "19.51");
        assertThat(account.subscription().line().period().end())
                .isEqualTo(LocalDate.parse("2025-02-28"));
        expect(account.on("2025-02-28").periodEnd(), "191.88", "42.21", "234.09");
        expect(account.on("2025-03-15").product("business", 12), "136.20", "8.17", "45.34");
        assertThat(account.owed()).isEqualTo("0.00");
        debtAndDowngrade();

        Step again = account.on("2025-05-02").start("pro", ANNUAL, 5);

        expect(again, "799.50", "175.89", "975.39");
        assertThat(again.paid()).isEqualTo("975.39");
        assertThat(again.only(InvoiceIssued.class).number()).isEqualTo("INV-A-1-0006");
        assertThat(Earned.segments(account))
                .containsExactly("79.95", "95.94", "92.85", "136.20", "123.14", "799.50");
        refund();
    }

    private void refund() {
        account.on("2025-05-10");
        CancelAndRefund command =
                new CancelAndRefund(BookFixture.ACCOUNT, account.subscription().id(), "NOT_USED");

        Step step =
                account.accepted((book, at) -> CancelAndRefundDecision.decide(command, book, at));

        assertThat(Step.text(step.only(RefundIssued.class).amount())).isEqualTo("975.39");
        assertThat(Earned.billed(account)).isEqualTo("528.08");
        assertThat(account.owed()).isEqualTo("0.00");
        assertThat(account.credit()).isEqualTo("0.00");
    }

    private void debtAndDowngrade() {
        expect(account.on("2025-03-31").periodEndUnpaid(), "263.88", "58.05", "321.93");
        InvoiceId invoice = account.subscription().line().invoiceId();
        account.on("2025-04-05").pay(invoice, "60.00");

        Step downgrade = account.on("2025-04-14").downgrade();

        assertThat(downgrade.creditNoteNet()).isEqualTo("140.74");
        assertThat(downgrade.creditNoteTax()).isEqualTo("30.96");
        assertThat(downgrade.creditNoteGross()).isEqualTo("171.70");
        assertThat(account.owed()).isEqualTo("90.23");
        account.on("2025-04-20").pay(invoice, "90.23");
        assertThat(account.owed()).isEqualTo("0.00");
        assertThat(account.credit()).isEqualTo("0.00");
    }

    private static void expect(Step step, String charge, String tax, String invoiced) {
        assertThat(step.charge()).isEqualTo(charge);
        assertThat(step.tax()).isEqualTo(tax);
        assertThat(step.invoiced()).isEqualTo(invoiced);
    }
}
