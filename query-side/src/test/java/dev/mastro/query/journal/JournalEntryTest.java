package dev.mastro.query.journal;

import static dev.mastro.query.EveryFact.eur;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class JournalEntryTest {

    private static final Posting RECEIVED =
            new Posting(Side.DEBIT, LedgerAccount.PROVIDER_UNSETTLED, eur("10.00"), "provider");

    @Test
    void an_entry_whose_sides_differ_cannot_exist() {
        assertThatThrownBy(() -> new JournalEntry(List.of(RECEIVED, settled(eur("9.99")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EUR=1");
    }

    @Test
    void equal_amounts_of_two_currencies_do_not_balance() {
        Money dollars = Money.ofMinor(CurrencyUnit.USD, 1000);

        assertThatThrownBy(() -> new JournalEntry(List.of(RECEIVED, settled(dollars))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_posting_is_positive() {
        assertThatThrownBy(() -> settled(eur("0.00"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Posting settled(Money amount) {
        return new Posting(Side.CREDIT, LedgerAccount.ACCOUNTS_RECEIVABLE, amount, "invoice");
    }
}
