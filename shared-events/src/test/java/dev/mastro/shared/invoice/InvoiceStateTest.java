package dev.mastro.shared.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.PricedBy;
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

    private static CreditAllocated credit(String amount) {
        return new CreditAllocated(ID, ACCOUNT, usd(amount), APRIL_1);
    }

    private static CreditNoteIssued note(String cancelled, String granted) {
        return new CreditNoteIssued(
                ID,
                ACCOUNT,
                new CreditNoteId(new UUID(0, 4)),
                "CN-1",
                List.of(),
                usd(cancelled),
                usd(granted),
                null,
                CreditNoteReason.NON_PAYMENT,
                APRIL_1);
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }
}
