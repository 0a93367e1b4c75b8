package dev.mastro.shared.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ReceivablesTest {

    private static final InvoiceId SEVEN = new InvoiceId(new UUID(0, 7));
    private static final InvoiceId NINE = new InvoiceId(new UUID(0, 9));
    private static final Receivables BOTH =
            Receivables.none()
                    .plus(receivable(NINE, "INV-9", "2025-05-01", "45.00"))
                    .plus(receivable(SEVEN, "INV-7", "2025-04-01", "30.00"));

    @Test
    void the_oldest_debt_comes_first() {
        assertThat(BOTH.open()).extracting(Receivable::invoiceId).containsExactly(SEVEN, NINE);
        assertThat(BOTH.total(CurrencyUnit.USD)).isEqualTo(usd("75.00"));
    }

    @Test
    void what_is_settled_is_no_more() {
        Receivables left = BOTH.less(SEVEN, usd("30.00")).less(NINE, usd("0.01"));

        assertThat(left.find(SEVEN)).isEmpty();
        assertThat(left.outstandingOf(SEVEN, CurrencyUnit.USD)).isEqualTo(usd("0.00"));
        assertThat(left.outstandingOf(NINE, CurrencyUnit.USD)).isEqualTo(usd("44.99"));
        assertThat(left.less(NINE, usd("44.99")).isEmpty()).isTrue();
    }

    @Test
    void no_debt_is_settled_beyond_itself() {
        Money tooMuch = usd("30.01");

        assertThatThrownBy(() -> BOTH.less(SEVEN, tooMuch))
                .isInstanceOf(IllegalStateException.class);
        Receivables paid = BOTH.less(SEVEN, usd("30.00"));
        Money cent = usd("0.01");
        assertThatThrownBy(() -> paid.less(SEVEN, cent)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_invoice_of_nothing_is_not_owed() {
        assertThat(Receivables.none().plus(receivable(NINE, "INV-9", "2025-05-01", "0.00")))
                .isEqualTo(Receivables.none());
        assertThat(Receivables.none().less(NINE, usd("0.00"))).isEqualTo(Receivables.none());
    }

    @Test
    void a_debt_is_overdue_from_the_day_after_its_due_date() {
        Receivable seven = BOTH.find(SEVEN).orElseThrow();

        assertThat(seven.overdueOn(LocalDate.parse("2025-04-01"))).isFalse();
        assertThat(seven.overdueOn(LocalDate.parse("2025-04-02"))).isTrue();
    }

    private static Receivable receivable(InvoiceId id, String number, String dueOn, String amount) {
        LocalDate due = LocalDate.parse(dueOn);
        return new Receivable(id, number, usd(amount), due, due);
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }
}
