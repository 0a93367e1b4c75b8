package dev.mastro.command.examples;

import static dev.mastro.command.ledger.Rejection.OUTSTANDING_INVOICES;
import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.ledger.Refusal;
import dev.mastro.shared.account.AccountDowngraded;
import dev.mastro.shared.account.AccountStanding;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NP-1, 2, 3, 5, 7, 9, 10 and BT-1. */
class NonPaymentExamplesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NP-1            |        | 2025-04-13 |  95.94 |  63.96 |  0.00
                    NP-2            |  40.00 | 2025-04-13 |  95.94 |  23.96 |  0.00
                    NP-3            | 100.00 | 2025-04-13 |  95.94 |   0.00 | 36.04
                    NP-9, first day |        | 2025-04-01 | 159.90 |   0.00 |  0.00
                    NP-9, last day  |        | 2025-04-30 |   5.33 | 154.57 |  0.00
                    NP-9, after     |        | 2025-05-01 |   0.00 | 159.90 |  0.00
                    """)
    void only_days_with_access_are_owed(
            String example,
            @Nullable String paid,
            String date,
            String creditNote,
            String owed,
            String credit) {
        BookFixture account = BookFixture.zoomOnInvoice();
        account.on("2025-04-01").start("pro", MONTHLY, 10);
        InvoiceId invoice = account.subscription().line().invoiceId();
        if (paid != null) {
            account.on("2025-04-05").pay(invoice, paid);
        }

        Step step = account.on(date).downgrade();

        assertThat(step.creditNoteGross()).as(example).isEqualTo(creditNote);
        assertThat(account.owed()).isEqualTo(owed);
        assertThat(account.owedOn(invoice)).isEqualTo(owed);
        assertThat(account.credit()).isEqualTo(credit);
        assertThat(account.refundable()).isEqualTo(credit);
        assertThat(step.all(AccountDowngraded.class)).hasSize(1);
        assertThat(account.book().account().standing()).isEqualTo(AccountStanding.DOWNGRADED);
    }

    @Test
    void np_3_a_part_of_the_credit_note_closes_the_invoice() {
        BookFixture account = BookFixture.zoomOnInvoice();
        account.on("2025-04-01").start("pro", MONTHLY, 10);
        account.on("2025-04-05").receive("100.00", null, null);

        Step step = account.on("2025-04-13").downgrade();

        assertThat(step.cancelled()).isEqualTo("59.90");
        assertThat(step.granted()).isEqualTo("36.04");
    }

    @Test
    void np_5_a_period_that_was_used_is_owed_in_full() {
        BookFixture account = BookFixture.zoomOnInvoice();
        account.on("2025-03-07").start("pro", MONTHLY, 10);
        InvoiceId march = account.subscription().line().invoiceId();
        account.on("2025-04-07").periodEnd();
        InvoiceId april = account.subscription().line().invoiceId();

        Step step = account.on("2025-04-16").downgrade();

        assertThat(step.creditNoteGross()).isEqualTo("111.93");
        assertThat(account.owedOn(march)).isEqualTo("159.90");
        assertThat(account.owedOn(april)).isEqualTo("47.97");
        assertThat(account.owed()).isEqualTo("207.87");
    }

    @Test
    void np_7_the_credit_takes_its_tax_along() {
        BookFixture account =
                new BookFixture(
                        BookFixture.seller("zoom"),
                        BookFixture.onInvoice(
                                BookFixture.profile("zoom", "IT", "USD", "Europe/Rome")));
        Step start = account.on("2025-04-01").start("pro", MONTHLY, 10);
        assertThat(start.charge()).isEqualTo("159.90");
        assertThat(start.tax()).isEqualTo("35.18");
        assertThat(start.invoiced()).isEqualTo("195.08");
        account.on("2025-04-05").receive("50.00", null, null);

        Step step = account.on("2025-04-13").downgrade();

        assertThat(step.creditNoteNet()).isEqualTo("95.94");
        assertThat(step.creditNoteTax()).isEqualTo("21.11");
        assertThat(step.creditNoteGross()).isEqualTo("117.05");
        assertThat(account.owed()).isEqualTo("28.03");
    }

    @Test
    void np_10_who_paid_may_subscribe_again_and_owes_nothing_in_between() {
        BookFixture account = BookFixture.zoomOnInvoice();
        account.on("2025-04-01").start("pro", MONTHLY, 10);
        InvoiceId april = account.subscription().line().invoiceId();
        account.on("2025-04-13").downgrade();

        Refusal refusal = account.on("2025-05-20").refuse(Changes.start("pro", MONTHLY, 5));
        account.on("2025-05-20").pay(april, "63.96");
        Step again = account.on("2025-05-20").start("pro", MONTHLY, 5);

        assertThat(refusal.rejection()).isEqualTo(OUTSTANDING_INVOICES);
        assertThat(refusal.facts().get("invoices"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "number", "INV-A-1-0001",
                                        "id", april.toString(),
                                        "outstanding", account.money("63.96"))));
        assertThat(again.due()).isEqualTo("79.95");
        var period = account.subscription().line().period();
        assertThat(period.start()).isEqualTo(LocalDate.parse("2025-05-20"));
        assertThat(period.end()).isEqualTo(LocalDate.parse("2025-06-20"));
        assertThat(account.book().account().standing()).isEqualTo(AccountStanding.OPEN);
        assertThat(Earned.segments(account)).containsExactly("63.96", "79.95");
    }

    @Test
    void bt_1_a_late_transfer_settles_what_is_owed_and_the_rest_is_credit() {
        BookFixture account = BookFixture.zoomOnInvoice();
        account.on("2025-03-31").start("business", MONTHLY, 12);
        InvoiceId invoice = account.subscription().line().invoiceId();
        assertThat(account.owedOn(invoice)).isEqualTo("263.88");

        Step downgrade = account.on("2025-04-14").downgrade();
        assertThat(downgrade.creditNoteGross()).isEqualTo("140.74");
        assertThat(account.owed()).isEqualTo("123.14");
        Step booked = account.on("2025-04-16").receive("263.88", null, "2025-04-10");

        var payment = booked.only(dev.mastro.shared.account.PaymentReceived.class);
        assertThat(payment.effectiveOn()).isEqualTo("2025-04-10");
        assertThat(payment.allocations())
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.invoiceId()).isEqualTo(invoice);
                    assertThat(Step.text(part.amount())).isEqualTo("123.14");
                });
        assertThat(account.owed()).isEqualTo("0.00");
        assertThat(account.credit()).isEqualTo("140.74");
        assertThat(account.book().account().standing()).isEqualTo(AccountStanding.DOWNGRADED);
    }

    @Test
    void nothing_is_issued_when_nothing_is_given_back() {
        BookFixture account = BookFixture.zoomOnInvoice();
        account.on("2025-04-01").start("pro", MONTHLY, 10);

        Step step = account.on("2025-05-01").downgrade();

        assertThat(step.all(InvoiceIssued.class)).isEmpty();
        assertThat(step.all(dev.mastro.shared.invoice.CreditNoteIssued.class)).isEmpty();
    }
}
