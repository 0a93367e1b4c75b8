package dev.mastro.command.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.credit.CreditCommands;
import dev.mastro.command.credit.CreditCommands.GrantGoodwill;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** CR-1, CR-2 and CR-5. */
class CreditExamplesTest {

    private static final GrantId B = GrantId.of("bbbbbbbb-5555-4555-8555-555555555555");
    private static final GrantId C = GrantId.of("cccccccc-5555-4555-8555-555555555555");

    @Test
    void cr_1_what_expires_first_then_gifts_then_the_oldest() {
        BookFixture account = BookFixture.goTo();
        account.on("2025-01-10").receive("30.00", null, null);
        goodwill(account, "2025-02-01", C, "25.00", "2025-06-30");
        goodwill(account, "2025-03-01", B, "20.00", "2025-12-31");
        InvoiceId invoice = account.owes("INV-1", "2025-06-01", "60.00");

        Step step =
                account.on("2025-06-01")
                        .credit(new CreditCommands.ApplyCredit(BookFixture.ACCOUNT, invoice, null));

        assertThat(step.only(CreditApplied.class).parts())
                .extracting(part -> Step.text(part.amount()))
                .containsExactly("25.00", "20.00", "15.00");
        assertThat(step.only(CreditApplied.class).parts())
                .extracting(part -> part.grantId())
                .startsWith(C, B);
        assertThat(account.credit()).isEqualTo("15.00");
        assertThat(account.refundable()).isEqualTo("15.00");
        assertThat(account.owed()).isEqualTo("0.00");
    }

    @Test
    void cr_2_open_invoices_first() {
        BookFixture account = BookFixture.zoom();
        InvoiceId nine = account.owes("INV-9", "2025-05-01", "45.00");
        InvoiceId seven = account.owes("INV-7", "2025-04-01", "30.00");

        goodwill(account, "2025-05-10", B, "50.00", null);

        assertThat(account.owedOn(seven)).isEqualTo("0.00");
        assertThat(account.owedOn(nine)).isEqualTo("25.00");
        assertThat(account.owed()).isEqualTo("25.00");
        assertThat(account.credit()).isEqualTo("0.00");
    }

    @Test
    void cr_2_or_the_next_scheduled_one_only() {
        BookFixture account = BookFixture.goTo();
        account.owes("INV-7", "2025-04-01", "30.00");
        account.owes("INV-9", "2025-05-01", "45.00");

        goodwill(account, "2025-05-10", B, "50.00", null);

        assertThat(account.owed()).isEqualTo("75.00");
        assertThat(account.credit()).isEqualTo("50.00");
    }

    @Test
    void cr_5_an_account_has_one_currency_and_nothing_is_converted() {
        BookFixture account = BookFixture.zoom();
        account.owes("INV-1", "2025-05-01", "30.00");
        account.by(ActorRole.SUPPORT);

        var refusal =
                account.on("2025-05-10")
                        .refuse(
                                new GrantGoodwill(
                                        BookFixture.ACCOUNT,
                                        B,
                                        Money.parse("EUR 20.00"),
                                        "SORRY",
                                        false,
                                        null));

        assertThat(refusal.rejection()).isEqualTo(Rejection.CURRENCY_MISMATCH);
        assertThat(account.owed()).isEqualTo("30.00");
    }

    private static void goodwill(
            BookFixture account, String date, GrantId id, String amount, @Nullable String expires) {
        account.by(ActorRole.SUPPORT);
        account.on(date)
                .credit(
                        new GrantGoodwill(
                                BookFixture.ACCOUNT,
                                id,
                                account.money(amount),
                                "SORRY",
                                false,
                                expires == null ? null : LocalDate.parse(expires)));
        account.by(ActorRole.OWNER);
    }
}
