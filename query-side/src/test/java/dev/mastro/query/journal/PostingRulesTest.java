package dev.mastro.query.journal;

import static dev.mastro.query.EveryFact.ACCOUNT;
import static dev.mastro.query.EveryFact.FEB_14;
import static dev.mastro.query.EveryFact.GRANT;
import static dev.mastro.query.EveryFact.INVOICE;
import static dev.mastro.query.EveryFact.REFUND;
import static dev.mastro.query.EveryFact.creditNote;
import static dev.mastro.query.EveryFact.eur;
import static dev.mastro.query.EveryFact.granted;
import static dev.mastro.query.EveryFact.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.EveryFact;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.account.CreditExpired;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.DisputeWon;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.account.RefundSettled;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.InvoiceVoided;
import dev.mastro.shared.invoice.InvoiceWrittenOff;
import dev.mastro.shared.subscription.SubscriptionEvent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of billing.md 5.2, figures written out. */
class PostingRulesTest {

    static Stream<Arguments> rows() {
        return Stream.of(issued(), receivedOrGranted(), settled(), lost()).flatMap(rows -> rows);
    }

    private static Stream<Arguments> issued() {
        return Stream.of(
                row("P1", EveryFact.issued(), "1100 195.08", "2000 159.90; 2200 35.18"),
                row(
                        "P2",
                        BooksFixture.invoice(
                                BooksFixture.credit("-79.95", "-17.59"),
                                BooksFixture.charge("95.94", "21.11")),
                        "1100 19.51; 2000 79.95; 2200 17.59",
                        "2000 95.94; 2200 21.11"),
                row(
                        "P3",
                        BooksFixture.invoice(
                                BooksFixture.credit("-28.89", "0.00"),
                                BooksFixture.charge("639.60", "0.00")),
                        "1100 610.71; 2000 28.89",
                        "2000 639.60"),
                row(
                        "P4",
                        BooksFixture.invoice(BooksFixture.charge("99.00", "21.78")),
                        "1100 120.78",
                        "2000 99.00; 2200 21.78"));
    }

    private static Stream<Arguments> receivedOrGranted() {
        return Stream.of(
                row("P5", paid("195.08", "0.00"), "1010 195.08", "1100 195.08"),
                row("P6", paid("200.00", "4.92"), "1010 200.00", "1100 195.08; 2150 4.92"),
                row(
                        "P7",
                        granted(CreditSource.PAYMENT_SURPLUS, true, "4.92"),
                        "2150 4.92",
                        "2100 4.92"),
                row(
                        "P11",
                        credited("304.00", "66.88", "0.00", "370.88"),
                        "2000 304.00; 2200 66.88",
                        "2100 370.88"),
                row(
                        "P12",
                        granted(CreditSource.GOODWILL, false, "20.00"),
                        "4900 20.00",
                        "2110 20.00"));
    }

    private static Stream<Arguments> settled() {
        return Stream.of(
                row("P13", applied("152.00", true), "2100 152.00", "1100 152.00"),
                row("P14", applied("20.00", false), "2110 20.00", "1100 20.00"),
                row(
                        "P15",
                        new CreditExpired(ACCOUNT, part("10.00", false), FEB_14),
                        "2110 10.00",
                        "4900 10.00"),
                row("P16", creditNote("171.70", "0.00"), "2000 140.74; 2200 30.96", "1100 171.70"),
                row(
                        "P17",
                        credited("95.94", "0.00", "59.90", "36.04"),
                        "2000 95.94",
                        "1100 59.90; 2100 36.04"),
                row("P18", refund(), "2100 100.00", "2300 100.00"),
                row(
                        "P19",
                        new RefundSettled(ACCOUNT, REFUND, eur("100.00"), FEB_14),
                        "2300 100.00",
                        "1010 100.00"),
                row(
                        "P27",
                        new InvoiceVoided(
                                INVOICE, ACCOUNT, eur("159.90"), eur("35.18"), "error", FEB_14),
                        "2000 159.90; 2200 35.18",
                        "1100 195.08"));
    }

    private static Stream<Arguments> lost() {
        return Stream.of(
                row("P22", writtenOff("28.03", "0.00"), "6000 28.03", "1100 28.03"),
                row("P23", writtenOff("28.03", "5.05"), "6000 22.98; 2200 5.05", "1100 28.03"),
                row("P24", recovered("28.03", "0.00"), "1010 28.03", "6050 28.03"),
                row("P24b", recovered("28.03", "5.05"), "1010 28.03", "6050 22.98; 2200 5.05"),
                row("P25", disputed("159.90", "15.00"), "1100 159.90; 6200 15.00", "1010 174.90"),
                row(
                        "P26",
                        new DisputeWon(
                                ACCOUNT,
                                "WIRE-7",
                                eur("159.90"),
                                List.of(new Allocation(INVOICE, eur("159.90"))),
                                eur("0.00"),
                                FEB_14),
                        "1010 159.90",
                        "1100 159.90"),
                row(
                        "a gift that comes back",
                        givenBack("114.90", "45.00"),
                        "2000 159.90",
                        "2100 114.90; 2110 45.00"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void a_fact_posts_what_the_table_says(
            String row, LedgerEvent fact, String debits, String credits) {
        JournalEntry entry = new JournalEntry(PostingRules.postingsFor(fact));

        assertThat(side(entry, Side.DEBIT)).as(row).isEqualTo(debits);
        assertThat(side(entry, Side.CREDIT)).as(row).isEqualTo(credits);
    }

    @Test
    void every_fact_there_is_posts_a_balanced_entry_or_nothing() {
        assertThat(EveryFact.all())
                .allSatisfy(fact ->
                        assertThat(new JournalEntry(PostingRules.postingsFor(fact))).isNotNull());
    }

    @Test
    void quantities_terms_and_missed_charges_post_nothing() {
        assertThat(EveryFact.all().stream().filter(SubscriptionEvent.class::isInstance))
                .allSatisfy(fact -> assertThat(PostingRules.postingsFor(fact)).isEmpty());
    }

    @Test
    void credit_from_a_credit_note_was_posted_with_the_document() {
        assertThat(PostingRules.postingsFor(granted(CreditSource.CREDIT_NOTE, true, "36.04")))
                .isEmpty();
    }

    @Test
    void a_credit_line_takes_from_the_line_that_it_credits() {
        LedgerEvent fact =
                BooksFixture.invoice(
                        BooksFixture.credit("-79.95", "-17.59"),
                        BooksFixture.charge("95.94", "21.11"));

        assertThat(PostingRules.postingsFor(fact))
                .filteredOn(one -> one.ledgerAccount() == LedgerAccount.DEFERRED_REVENUE)
                .extracting(Posting::key)
                .containsExactly(INVOICE + "/1", EveryFact.LATER_INVOICE + "/2");
    }

    private static Arguments row(String name, LedgerEvent fact, String debits, String credits) {
        return Arguments.of(name, fact, debits, credits);
    }

    private static String side(JournalEntry entry, Side side) {
        return entry.postings().stream()
                .filter(one -> one.side() == side)
                .map(one -> one.ledgerAccount().code() + " " + one.amount().getAmount())
                .collect(Collectors.joining("; "));
    }

    private static PaymentReceived paid(String amount, String surplus) {
        Money settled = eur(amount).minus(eur(surplus));
        return new PaymentReceived(
                ACCOUNT,
                "WIRE-7",
                eur(amount),
                List.of(new Allocation(INVOICE, settled)),
                eur(surplus),
                PaymentWay.CARD,
                FEB_14);
    }

    private static InvoiceWrittenOff writtenOff(String amount, String relief) {
        return new InvoiceWrittenOff(INVOICE, ACCOUNT, eur(amount), eur(relief), "gone", FEB_14);
    }

    private static PaymentReceived recovered(String amount, String tax) {
        return new PaymentReceived(
                ACCOUNT,
                "WIRE-8",
                eur(amount),
                List.of(new Allocation(INVOICE, eur(amount), eur(tax))),
                eur("0.00"),
                PaymentWay.EXPRESS,
                FEB_14);
    }

    private static DisputeOpened disputed(String amount, String fee) {
        return new DisputeOpened(
                ACCOUNT,
                "WIRE-7",
                eur(amount),
                List.of(new Receivable(INVOICE, "INV-0001", eur(amount), FEB_14, FEB_14)),
                List.of(),
                eur(fee),
                FEB_14);
    }

    private static CreditNoteIssued givenBack(String money, String gift) {
        List<CreditGrant> grants =
                List.of(
                        new CreditGrant(GRANT, eur(money), CreditSource.CREDIT_NOTE, true, null),
                        new CreditGrant(GRANT, eur(gift), CreditSource.GOODWILL, false, FEB_14));
        return new CreditNoteIssued(
                INVOICE,
                ACCOUNT,
                EveryFact.CREDIT_NOTE,
                "CN-0003",
                List.of(
                        new CreditNoteLine(
                                1, EveryFact.SUBSCRIPTION, FEB_14, eur("159.90"), eur("0.00"))),
                eur("0.00"),
                grants,
                CreditNoteReason.UNUSED,
                FEB_14);
    }

    private static CreditApplied applied(String amount, boolean refundable) {
        return new CreditApplied(
                ACCOUNT, INVOICE, eur(amount), List.of(part(amount, refundable)), FEB_14);
    }

    private static RefundIssued refund() {
        return new RefundIssued(
                ACCOUNT, REFUND, eur("100.00"), List.of(part("100.00", true)), null, null, FEB_14);
    }

    private static CreditNoteIssued credited(
            String net, String tax, String cancelled, String granted) {
        return new CreditNoteIssued(
                INVOICE,
                ACCOUNT,
                EveryFact.CREDIT_NOTE,
                "CN-0002",
                List.of(new CreditNoteLine(1, EveryFact.SUBSCRIPTION, FEB_14, eur(net), eur(tax))),
                eur(cancelled),
                EveryFact.paidBack(eur(granted)),
                CreditNoteReason.PLAN_CHANGED,
                FEB_14);
    }
}
