package dev.mastro.command.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.credit.CreditCommands.ApplyCredit;
import dev.mastro.command.credit.CreditCommands.ExpireCredit;
import dev.mastro.command.credit.CreditCommands.GrantGoodwill;
import dev.mastro.command.credit.CreditCommands.SwitchAutoApplyCredit;
import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Step;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.CreditExpired;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.invoice.InvoiceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditDecisionsTest {

    private static final AccountId ACCOUNT = BookFixture.ACCOUNT;
    private static final GrantId GRANT = GrantId.of("55555555-5555-4555-8555-555555555555");

    private final BookFixture account = BookFixture.goTo();

    @ParameterizedTest
    @CsvSource({"0.00, , INVALID_AMOUNT", "-1.00, , INVALID_AMOUNT"})
    void goodwill_is_positive(String amount, @Nullable String expires, Rejection expected) {
        account.by(ActorRole.SUPPORT);

        assertThat(account.on("2025-04-10").refuse(goodwill(amount, expires)).rejection())
                .isEqualTo(expected);
    }

    @Test
    void goodwill_that_expired_before_it_is_given_is_none() {
        account.by(ActorRole.SUPPORT);

        assertThat(account.on("2025-04-10").refuse(goodwill("1.00", "2025-04-09")).rejection())
                .isEqualTo(Rejection.EFFECTIVE_DATE_IMPOSSIBLE);
        account.on("2025-04-10").credit(goodwill("1.00", "2025-04-10"));
        assertThat(account.credit()).isEqualTo("1.00");
    }

    @Test
    void only_the_seller_gives_goodwill() {
        assertThat(account.on("2025-04-10").refuse(goodwill("1.00", null)).rejection())
                .isEqualTo(Rejection.NOT_ALLOWED);
    }

    @Test
    void credit_is_applied_up_to_what_there_is_of_it_and_of_the_debt() {
        InvoiceId invoice = account.owes("INV-1", "2025-04-10", "30.00");
        var credit = new ApplyCredit(ACCOUNT, invoice, null);
        assertThat(account.on("2025-04-10").refuse(credit).rejection())
                .isEqualTo(Rejection.EXCEEDS_CREDIT);
        account.by(ActorRole.SUPPORT);
        account.on("2025-04-10").credit(goodwill("20.00", null));

        assertThat(refusalOf(invoice, "20.01")).isEqualTo(Rejection.EXCEEDS_CREDIT);
        account.on("2025-04-10").credit(credit);
        assertThat(account.owedOn(invoice)).isEqualTo("10.00");
        assertThat(account.credit()).isEqualTo("0.00");
    }

    @Test
    void nothing_is_applied_where_nothing_is_owed() {
        InvoiceId invoice = account.owes("INV-1", "2025-04-10", "30.00");
        account.on("2025-04-10").pay(invoice, "30.00");

        assertThat(refusalOf(invoice, "1.00")).isEqualTo(Rejection.NOTHING_OUTSTANDING);
    }

    @Test
    void a_seller_that_always_applies_credit_does_not_switch_it() {
        assertThat(
                        BookFixture.zoom()
                                .on("2025-04-10")
                                .refuse(new SwitchAutoApplyCredit(ACCOUNT, false))
                                .rejection())
                .isEqualTo(Rejection.NOT_SWITCHABLE);
    }

    @Test
    void what_is_left_of_a_gift_expires_once() {
        account.by(ActorRole.SUPPORT);
        account.on("2025-04-10").credit(goodwill("20.00", "2025-04-30"));
        InvoiceId invoice = account.owes("INV-1", "2025-04-20", "5.00");
        account.on("2025-04-20").credit(new ApplyCredit(ACCOUNT, invoice, null));
        ExpireCredit expire = new ExpireCredit(ACCOUNT, GRANT, LocalDate.parse("2025-05-01"));

        Step expired = account.on("2025-05-01").credit(expire);

        assertThat(Step.text(expired.only(CreditExpired.class).part().amount())).isEqualTo("15.00");
        assertThat(account.on("2025-05-01").credit(expire).events()).isEmpty();
        assertThat(account.credit()).isEqualTo("0.00");
    }

    private Rejection refusalOf(InvoiceId invoice, String amount) {
        return account.on("2025-04-10")
                .refuse(new ApplyCredit(ACCOUNT, invoice, account.money(amount)))
                .rejection();
    }

    private GrantGoodwill goodwill(String amount, @Nullable String expires) {
        return new GrantGoodwill(
                ACCOUNT,
                GRANT,
                account.money(amount),
                "SORRY",
                false,
                expires == null ? null : LocalDate.parse(expires));
    }
}
