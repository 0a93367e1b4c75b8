package dev.mastro.command.examples;

import static dev.mastro.shared.calendar.BillingCycle.MONTHLY;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.credit.CreditCommands;
import dev.mastro.command.debt.DebtCommands;
import dev.mastro.command.debt.DebtCommands.VoidInvoice;
import dev.mastro.command.debt.DebtCommands.WriteOffInvoice;
import dev.mastro.command.debt.DebtDecisions;
import dev.mastro.command.dispute.DisputeCommands.LoseDispute;
import dev.mastro.command.dispute.DisputeCommands.OpenDispute;
import dev.mastro.command.dispute.DisputeDecisions;
import dev.mastro.command.ledger.Refusal;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceStatus;
import dev.mastro.shared.invoice.InvoiceVoided;
import dev.mastro.shared.invoice.InvoiceWrittenOff;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WO-1 under all policies, recoveries, and what may be void. */
class WriteOffExamplesTest {

    @ParameterizedTest
    @CsvSource({"false, 28.03, 0.00", "true, 22.98, 5.05"})
    void wo_1_the_debt_is_given_up_in_the_books(boolean taxRelief, String lost, String relief) {
        BookFixture account = owing(taxRelief, true);
        InvoiceId invoice = debt(account);

        Step step = writeOff(account, invoice);

        InvoiceWrittenOff writeOff = step.only(InvoiceWrittenOff.class);
        assertThat(Step.text(writeOff.amount().minus(writeOff.taxRelief()))).isEqualTo(lost);
        assertThat(Step.text(writeOff.taxRelief())).isEqualTo(relief);
        assertThat(account.owed()).isEqualTo("0.00");
        assertThat(account.book().invoice(invoice).status()).isEqualTo(InvoiceStatus.WRITTEN_OFF);
    }

    @Test
    void wo_1_the_debt_survives_and_blocks_until_it_is_paid() {
        BookFixture account = owing(false, true);
        InvoiceId invoice = debt(account);
        writeOff(account, invoice);

        Refusal refusal = account.on("2025-08-01").refuse(Changes.start("pro", MONTHLY, 5));
        Step paid = account.on("2025-08-02").pay(invoice, "28.03");
        Step again = account.on("2025-08-02").start("pro", MONTHLY, 5);

        assertThat(refusal.rejection()).isEqualTo(Rejection.OUTSTANDING_INVOICES);
        assertThat(refusal.facts().get("invoices"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "number", "INV-A-1-0001",
                                        "id", invoice.toString(),
                                        "outstanding", account.money("28.03"))));
        assertThat(paid.only(PaymentReceived.class).allocations())
                .containsExactly(
                        new Allocation(invoice, account.money("28.03"), account.money("0.00")));
        assertThat(account.book().invoice(invoice).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(again.invoiced()).isEqualTo("97.54");
    }

    @Test
    void wo_1_where_lost_debts_do_not_block_one_may_buy_and_still_owes() {
        BookFixture account = owing(false, false);
        InvoiceId invoice = debt(account);
        writeOff(account, invoice);

        account.on("2025-08-01").start("pro", MONTHLY, 5);

        assertThat(account.book().account().receivables().writtenOff())
                .singleElement()
                .satisfies(debt -> assertThat(Step.text(debt.outstanding())).isEqualTo("28.03"));
    }

    @Test
    void the_tax_of_a_recovered_debt_is_owed_to_the_state_again_to_the_cent() {
        BookFixture account = owing(true, true);
        InvoiceId invoice = debt(account);
        writeOff(account, invoice);

        Step first = account.on("2025-08-01").pay(invoice, "10.00");
        Step second = account.on("2025-08-02").pay(invoice, "10.00");
        Step third = account.on("2025-08-03").pay(invoice, "8.03");

        assertThat(List.of(first, second, third))
                .extracting(step -> recoveredTax(step))
                .containsExactly("1.80", "1.80", "1.45");
        assertThat(account.book().account().receivables().writtenOff()).isEmpty();
    }

    @Test
    void money_that_names_no_invoice_pays_what_is_open_before_what_was_given_up() {
        BookFixture account = owing(false, false);
        InvoiceId lost = debt(account);
        writeOff(account, lost);
        account.on("2025-08-01").start("pro", MONTHLY, 5);
        InvoiceId open = account.subscription().line().invoiceId();

        Step paid = account.on("2025-08-02").receive("130.00", null, null);

        assertThat(paid.only(PaymentReceived.class).allocations())
                .extracting(Allocation::invoiceId)
                .containsExactly(open, lost);
        assertThat(account.credit()).isEqualTo("4.43");
    }

    @Test
    void credit_given_later_does_not_pay_what_the_books_have_given_up() {
        BookFixture account = owing(false, true);
        InvoiceId invoice = debt(account);
        writeOff(account, invoice);
        account.by(ActorRole.SUPPORT);
        account.on("2025-08-01")
                .credit(
                        new CreditCommands.GrantGoodwill(
                                BookFixture.ACCOUNT,
                                new GrantId(new UUID(0, 9)),
                                account.money("20.00"),
                                "SORRY",
                                false,
                                null));

        assertThat(account.credit()).isEqualTo("20.00");
        assertThat(account.book().account().receivables().totalWrittenOff(CurrencyUnit.USD))
                .isEqualTo(account.money("28.03"));
    }

    @Test
    void what_a_service_in_use_is_billed_by_is_neither_written_off_nor_void() {
        BookFixture account = owing(false, true);
        account.on("2025-04-01").start("pro", MONTHLY, 10);
        InvoiceId invoice = account.subscription().line().invoiceId();

        assertThat(refusal(account, new WriteOffInvoice(BookFixture.ACCOUNT, invoice, "gone")))
                .isEqualTo(Rejection.INVOICE_IN_USE);
        assertThat(refusal(account, new VoidInvoice(BookFixture.ACCOUNT, invoice, "error")))
                .isEqualTo(Rejection.INVOICE_IN_USE);
    }

    @Test
    void what_is_settled_or_disputed_is_not_written_off() {
        BookFixture account = owing(false, true);
        InvoiceId invoice = debt(account);
        String reference = account.book().payments().keySet().iterator().next();
        account.by(ActorRole.FINANCE);
        account.on("2025-07-01");
        OpenDispute opening = new OpenDispute(BookFixture.ACCOUNT, reference, null);
        account.accepted((book, at) -> DisputeDecisions.decide(opening, book, at));

        assertThat(refusal(account, new WriteOffInvoice(BookFixture.ACCOUNT, invoice, "gone")))
                .isEqualTo(Rejection.PAYMENT_DISPUTED);
        LoseDispute losing = new LoseDispute(BookFixture.ACCOUNT, reference);
        account.accepted((book, at) -> DisputeDecisions.decide(losing, book, at));
        account.on("2025-07-02").pay(invoice, "78.03");
        assertThat(refusal(account, new WriteOffInvoice(BookFixture.ACCOUNT, invoice, "gone")))
                .isEqualTo(Rejection.NOTHING_OUTSTANDING);
    }

    @Test
    void a_disputed_recovery_is_an_open_debt_again() {
        BookFixture account = owing(true, true);
        InvoiceId invoice = debt(account);
        writeOff(account, invoice);
        Step paid = account.on("2025-08-01").pay(invoice, "28.03");
        OpenDispute opening =
                new OpenDispute(
                        BookFixture.ACCOUNT, paid.only(PaymentReceived.class).reference(), null);
        account.by(ActorRole.FINANCE);
        account.on("2025-08-20");

        account.accepted((book, at) -> DisputeDecisions.decide(opening, book, at));

        assertThat(account.owedOn(invoice)).isEqualTo("28.03");
        assertThat(account.owed()).isEqualTo("28.03");
    }

    @Test
    void an_invoice_on_which_nothing_depends_is_void_and_its_number_stays_used() {
        BookFixture account = owing(false, true);
        account.on("2025-04-01").start("pro", MONTHLY, 10);
        InvoiceId invoice = account.subscription().line().invoiceId();
        account.on("2025-04-02").cancel();
        account.on("2025-05-01").periodEnd();
        account.by(ActorRole.FINANCE);
        account.on("2025-05-02");
        VoidInvoice command = new VoidInvoice(BookFixture.ACCOUNT, invoice, "issued in error");

        Step step = account.accepted((book, at) -> DebtDecisions.decide(command, book, at));
        Step twice = account.accepted((book, at) -> DebtDecisions.decide(command, book, at));
        account.by(ActorRole.OWNER);
        Step next = account.on("2025-05-03").start("pro", MONTHLY, 1);

        assertThat(step.only(InvoiceVoided.class).reason()).isEqualTo("issued in error");
        assertThat(twice.events()).isEmpty();
        assertThat(account.owedOn(invoice)).isEqualTo("0.00");
        assertThat(next.only(InvoiceIssued.class).number()).isEqualTo("INV-A-1-0002");
    }

    @Test
    void an_invoice_whose_line_a_later_one_gives_back_is_not_void() {
        BookFixture account = BookFixture.zoom();
        account.on("2025-04-10").start("pro", MONTHLY, 10);
        InvoiceId first = account.subscription().line().invoiceId();
        account.on("2025-04-28").total(12);
        account.by(ActorRole.FINANCE);
        account.on("2025-04-29");
        VoidInvoice command = new VoidInvoice(BookFixture.ACCOUNT, first, "error");

        Refusal refusal = account.refused((book, at) -> DebtDecisions.decide(command, book, at));

        assertThat(refusal.rejection()).isEqualTo(Rejection.INVOICE_IN_USE);
        assertThat(refusal.facts().get("invoices")).isEqualTo(List.of("INV-A-1-0002"));
        assertThat(refusal.facts()).containsKey("payments");
    }

    @Test
    void a_customer_gives_up_no_debt() {
        BookFixture account = owing(false, true);
        InvoiceId invoice = debt(account);
        WriteOffInvoice command = new WriteOffInvoice(BookFixture.ACCOUNT, invoice, "mine");

        assertThat(
                        account.refused((book, at) -> DebtDecisions.decide(command, book, at))
                                .rejection())
                .isEqualTo(Rejection.NOT_ALLOWED);
    }

    private static BookFixture owing(boolean taxRelief, boolean stillBlocks) {
        return new BookFixture(
                MoneyVariants.writingOff(taxRelief, stillBlocks),
                BookFixture.onInvoice(BookFixture.profile("zoom", "IT", "USD", "Europe/Rome")));
    }

    /** NP-7: 28.03 are owed, of 78.03 with 14.07 of tax. */
    private static InvoiceId debt(BookFixture account) {
        account.on("2025-04-01").start("pro", MONTHLY, 10);
        InvoiceId invoice = account.subscription().line().invoiceId();
        account.on("2025-04-05").receive("50.00", null, null);
        account.on("2025-04-13").downgrade();
        assertThat(account.owed()).isEqualTo("28.03");
        return invoice;
    }

    @CanIgnoreReturnValue
    private static Step writeOff(BookFixture account, InvoiceId invoice) {
        account.by(ActorRole.FINANCE);
        account.on("2025-07-01");
        WriteOffInvoice command = new WriteOffInvoice(BookFixture.ACCOUNT, invoice, "insolvent");
        Step step = account.accepted((book, at) -> DebtDecisions.decide(command, book, at));
        account.by(ActorRole.OWNER);
        return step;
    }

    private static Rejection refusal(BookFixture account, DebtCommands command) {
        account.by(ActorRole.FINANCE);
        return account.refused((book, at) -> DebtDecisions.decide(command, book, at)).rejection();
    }

    private static String recoveredTax(Step step) {
        return Step.text(
                Objects.requireNonNull(
                        step.only(PaymentReceived.class).allocations().getFirst().recoveredTax()));
    }
}
