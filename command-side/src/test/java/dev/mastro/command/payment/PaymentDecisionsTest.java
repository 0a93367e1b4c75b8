package dev.mastro.command.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Step;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.AccountClosed;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentDecisionsTest {

    private final BookFixture account = BookFixture.goTo();

    @Test
    void money_without_a_name_covers_the_oldest_debts() {
        InvoiceId nine = account.owes("INV-9", "2025-05-01", "45.00");
        InvoiceId seven = account.owes("INV-7", "2025-04-01", "30.00");

        Step step = account.on("2025-05-10").receive("50.00", null, null);

        assertThat(step.only(PaymentReceived.class).allocations())
                .containsExactly(
                        new Allocation(seven, account.money("30.00")),
                        new Allocation(nine, account.money("20.00")));
        assertThat(account.owed()).isEqualTo("25.00");
    }

    @Test
    void money_with_a_name_goes_there_and_what_is_left_of_it_is_credit() {
        InvoiceId nine = account.owes("INV-9", "2025-05-01", "45.00");
        InvoiceId seven = account.owes("INV-7", "2025-04-01", "30.00");

        account.on("2025-05-10").pay(nine, "50.00");

        assertThat(account.owedOn(nine)).isEqualTo("0.00");
        assertThat(account.owedOn(seven)).isEqualTo("30.00");
        assertThat(account.refundable()).isEqualTo("5.00");
    }

    @ParameterizedTest
    @CsvSource({
        "EUR 1.00, , CURRENCY_MISMATCH",
        "USD 0.00, , INVALID_AMOUNT",
        "USD -1.00, , INVALID_AMOUNT",
        "USD 1.00, 2025-05-11, EFFECTIVE_DATE_IMPOSSIBLE"
    })
    void what_is_no_payment(Money amount, @Nullable LocalDate valueDate, Rejection expected) {
        assertThat(refusal(amount, valueDate)).isEqualTo(expected);
    }

    @Test
    void a_closed_account_takes_no_money() {
        account.take(
                new AccountClosed(BookFixture.ACCOUNT, "MOVED", LocalDate.parse("2025-05-01")));

        assertThat(refusal(account.money("1.00"), null)).isEqualTo(Rejection.ACCOUNT_CLOSED);
    }

    private Rejection refusal(Money amount, @Nullable LocalDate valueDate) {
        ReceivePayment command =
                new ReceivePayment(
                        BookFixture.ACCOUNT,
                        amount,
                        null,
                        "transfer-1",
                        valueDate,
                        PaymentWay.BANK_TRANSFER);
        var _ = account.on("2025-05-10");
        return account.refused((book, at) -> PaymentDecisions.receive(command, book, at))
                .rejection();
    }
}
