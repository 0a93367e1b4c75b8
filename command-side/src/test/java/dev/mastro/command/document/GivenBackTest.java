package dev.mastro.command.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.PricedBy;
import dev.mastro.shared.invoice.CreditAllocated;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class GivenBackTest {

    private static final InvoiceId ID = new InvoiceId(new UUID(0, 3));
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final LocalDate APRIL_1 = LocalDate.parse("2025-04-01");
    private static final GrantId SPENT = new GrantId(new UUID(0, 7));
    private static final GrantId OTHER = new GrantId(new UUID(0, 9));
    private static final GrantId NEW = new GrantId(new UUID(0, 8));

    @Test
    void credit_goes_back_to_the_grant_that_it_was_of() {
        assertThat(
                        GivenBack.of(settledBy("30.00", List.of(gift(SPENT, "30.00"))))
                                .as(usd("10.00"), NEW))
                .containsExactly(gift(SPENT, "10.00"));
    }

    @Test
    void credit_of_one_grant_between_that_of_others_keeps_its_place() {
        CreditGrant first = gift(SPENT, "1.00");
        CreditGrant second = gift(OTHER, "2.00");

        assertThat(
                        GivenBack.of(settledBy("6.00", List.of(first, first, second, first, first)))
                                .creditIn(usd("5.50")))
                .containsExactly(gift(SPENT, "2.00"), gift(OTHER, "2.00"), gift(SPENT, "1.50"));
    }

    /**
     * Found by an upgrade of an early log under load: it was a failure of every later reduction.
     */
    @Test
    void credit_of_which_an_early_log_does_not_say_whose_it_was_goes_back_as_a_new_grant() {
        assertThat(GivenBack.of(settledBy("30.00", List.of())).as(usd("10.00"), NEW))
                .containsExactly(
                        new CreditGrant(NEW, usd("10.00"), CreditSource.CREDIT_NOTE, true, null));
    }

    private static InvoiceState settledBy(String amount, List<CreditGrant> parts) {
        InvoiceIssued issued =
                new InvoiceIssued(
                        ID,
                        ACCOUNT,
                        "INV-1",
                        List.of(),
                        usd("30.00"),
                        usd("0.00"),
                        APRIL_1,
                        new PricedBy("policy-1", "catalog-1"),
                        APRIL_1);
        return InvoiceState.issued(issued)
                .after(new CreditAllocated(ID, ACCOUNT, usd(amount), parts, APRIL_1));
    }

    private static CreditGrant gift(GrantId id, String amount) {
        return new CreditGrant(id, usd(amount), CreditSource.GOODWILL, false, APRIL_1);
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }
}
