package dev.mastro.shared.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.PricedBy;
import dev.mastro.shared.account.RefundId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class InvoiceStateTest {

    private static final InvoiceId ID = new InvoiceId(new UUID(0, 3));
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final LocalDate APRIL_1 = LocalDate.parse("2025-04-01");
    private static final InvoiceState ISSUED =
            InvoiceState.issued(
                    new InvoiceIssued(
                            ID,
                            ACCOUNT,
                            "INV-1",
                            List.of(),
                            usd("159.90"),
                            usd("35.18"),
                            APRIL_1,
                            new PricedBy("policy-1", "catalog-1"),
                            APRIL_1));

    @Test
    void it_is_open_until_all_of_it_is_settled() {
        InvoiceState part = ISSUED.after(paid("50.00")).after(credit("20.00"));

        assertThat(ISSUED.total()).isEqualTo(usd("195.08"));
        assertThat(part.outstanding()).isEqualTo(usd("125.08"));
        assertThat(part.status()).isEqualTo(InvoiceStatus.OPEN);
        assertThat(part.after(paid("125.08")).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(part.after(paid("125.08")).outstanding()).isEqualTo(usd("0.00"));
    }

    @Test
    void credit_notes_alone_make_it_credited() {
        InvoiceState credited = ISSUED.after(note("195.08", "0.00"));

        assertThat(credited.status()).isEqualTo(InvoiceStatus.CREDITED);
        assertThat(ISSUED.after(paid("78.03")).after(note("117.05", "0.00")).status())
                .isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void what_a_credit_note_grants_was_paid_and_does_not_settle() {
        InvoiceState credited = ISSUED.after(paid("195.08")).after(note("0.00", "117.05"));

        assertThat(credited.outstanding()).isEqualTo(usd("0.00"));
        assertThat(credited.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(credited.credited()).isEqualTo(usd("0.00"));
    }

    @Test
    void an_invoice_that_was_given_back_as_a_whole_is_credited_though_it_was_paid() {
        InvoiceState refunded =
                ISSUED.after(paid("195.08"))
                        .after(note("0.00", "195.08"))
                        .after(
                                new RefundAllocated(
                                        ID,
                                        ACCOUNT,
                                        new RefundId(new UUID(0, 6)),
                                        "ref-195.08",
                                        usd("195.08"),
                                        APRIL_1));

        assertThat(refunded.status()).isEqualTo(InvoiceStatus.CREDITED);
        assertThat(refunded.paid()).isEqualTo(usd("195.08"));
        assertThat(refunded.paidBy("ref-195.08")).isEqualTo(usd("0.00"));
    }

    @Test
    void what_a_dispute_takes_back_is_owed_again_until_it_is_won() {
        InvoiceState disputed = ISSUED.after(paid("195.08")).after(disputed("195.08", "195.08"));
        InvoiceState restored =
                disputed.after(
                        new PaymentRestored(ID, ACCOUNT, "ref-195.08", usd("195.08"), APRIL_1));

        assertThat(disputed.status()).isEqualTo(InvoiceStatus.OPEN);
        assertThat(disputed.outstanding()).isEqualTo(usd("195.08"));
        assertThat(disputed.paidBy("ref-195.08")).isEqualTo(usd("0.00"));
        assertThat(restored.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(restored.disputes()).isEmpty();
    }

    @Test
    void what_was_paid_otherwise_during_a_dispute_stays_taken_back() {
        InvoiceState after =
                ISSUED.after(paid("195.08"))
                        .after(disputed("195.08", "195.08"))
                        .after(paid("45.08"))
                        .after(
                                new PaymentRestored(
                                        ID, ACCOUNT, "ref-195.08", usd("150.00"), APRIL_1));

        assertThat(after.outstanding()).isEqualTo(usd("0.00"));
        assertThat(after.paid()).isEqualTo(usd("195.08"));
        assertThat(after.paidBy("ref-195.08")).isEqualTo(usd("150.00"));
    }

    @Test
    void after_a_lost_dispute_it_is_due_anew_and_no_attempt_was_missed() {
        InvoiceState lost =
                ISSUED.after(paid("195.08"))
                        .after(disputed("195.08", "195.08"))
                        .after(new PaymentMissed(ID, ACCOUNT, 4, "declined", null, APRIL_1))
                        .after(
                                new PaymentLost(
                                        ID, ACCOUNT, "ref-195.08", APRIL_1.plusDays(9), APRIL_1));

        assertThat(lost.dueOn()).isEqualTo(APRIL_1.plusDays(9));
        assertThat(lost.lastMiss()).isNull();
        assertThat(lost.outstanding()).isEqualTo(usd("195.08"));
    }

    @Test
    void credit_that_stood_on_a_payment_taken_back_no_longer_settles() {
        InvoiceState disputed =
                ISSUED.after(paid("155.08")).after(credit("40.00")).after(disputed("x", "195.08"));

        assertThat(disputed.paid()).isEqualTo(usd("0.00"));
        assertThat(disputed.creditApplied()).isEqualTo(usd("0.00"));
        assertThat(disputed.outstanding()).isEqualTo(usd("195.08"));
    }

    @Test
    void a_debt_that_was_written_off_is_recovered_by_money_above_what_is_open() {
        InvoiceState writtenOff =
                ISSUED.after(paid("100.00"))
                        .after(
                                new InvoiceWrittenOff(
                                        ID, ACCOUNT, usd("95.08"), usd("0.00"), "gone", APRIL_1));

        assertThat(writtenOff.status()).isEqualTo(InvoiceStatus.WRITTEN_OFF);
        assertThat(writtenOff.outstanding()).isEqualTo(usd("0.00"));
        assertThat(writtenOff.after(paid("95.08")).status()).isEqualTo(InvoiceStatus.PAID);
        InvoiceState reopened = writtenOff.after(disputed("100.00", "100.00"));
        assertThat(reopened.outstanding()).isEqualTo(usd("100.00"));
        assertThat(reopened.after(paid("120.00")).writtenOff()).isEqualTo(usd("75.08"));
        assertThat(reopened.after(paid("120.00")).outstanding()).isEqualTo(usd("0.00"));
    }

    @Test
    void a_missed_payment_settles_nothing() {
        PaymentMissed missed =
                new PaymentMissed(ID, ACCOUNT, 1, "declined", APRIL_1.plusDays(1), APRIL_1);

        assertThat(ISSUED.after(missed).lastMiss()).isEqualTo(missed);
        assertThat(ISSUED.after(missed).outstanding()).isEqualTo(usd("195.08"));
    }

    @Test
    void a_void_invoice_owes_nothing() {
        InvoiceState voided =
                ISSUED.after(
                        new InvoiceVoided(
                                ID, ACCOUNT, usd("159.90"), usd("35.18"), "NON_PAYMENT", APRIL_1));

        assertThat(voided.status()).isEqualTo(InvoiceStatus.VOID);
        assertThat(voided.outstanding()).isEqualTo(usd("0.00"));
    }

    private static PaymentAllocated paid(String amount) {
        return new PaymentAllocated(ID, ACCOUNT, "ref-" + amount, usd(amount), APRIL_1);
    }

    private static PaymentDisputed disputed(String payment, String amount) {
        return new PaymentDisputed(ID, ACCOUNT, "ref-" + payment, usd(amount), APRIL_1);
    }

    private static CreditAllocated credit(String amount) {
        return new CreditAllocated(ID, ACCOUNT, usd(amount), List.of(), APRIL_1);
    }

    private static CreditNoteIssued note(String cancelled, String granted) {
        return new CreditNoteIssued(
                ID,
                ACCOUNT,
                new CreditNoteId(new UUID(0, 4)),
                "CN-1",
                List.of(),
                usd(cancelled),
                usd(granted).isZero() ? List.of() : List.of(grant(granted)),
                CreditNoteReason.NON_PAYMENT,
                APRIL_1);
    }

    private static CreditGrant grant(String amount) {
        GrantId id = new GrantId(new UUID(0, 5));
        return new CreditGrant(id, usd(amount), CreditSource.CREDIT_NOTE, true, null);
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }
}
