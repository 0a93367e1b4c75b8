package dev.mastro.shared.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WalletTest {

    private static final LocalDate JUNE_1 = LocalDate.parse("2025-06-01");

    private static final CreditGrant SURPLUS = grant(1, "30.00", true, null);
    private static final CreditGrant GIFT = grant(2, "20.00", false, "2025-12-31");
    private static final CreditGrant SHORT_GIFT = grant(3, "25.00", false, "2025-06-30");
    private static final Wallet ALL =
            Wallet.empty().plus(SURPLUS, JUNE_1).plus(GIFT, JUNE_1).plus(SHORT_GIFT, JUNE_1);

    @Test
    void it_spends_what_expires_first_then_gifts_then_the_oldest() {
        assertThat(ALL.spend(usd("60.00"), JUNE_1))
                .containsExactly(
                        part(SHORT_GIFT, "25.00"), part(GIFT, "20.00"), part(SURPLUS, "15.00"));
    }

    @Test
    void of_two_alike_the_older_is_spent_first() {
        Wallet wallet =
                Wallet.empty().plus(grant(9, "5.00", true, null), JUNE_1).plus(SURPLUS, JUNE_1);

        assertThat(wallet.spend(usd("6.00"), JUNE_1))
                .extracting(GrantPart::grantId)
                .containsExactly(id(9), id(1));
    }

    @Test
    void an_expiry_date_is_the_last_day_of_use() {
        CurrencyUnit dollars = CurrencyUnit.USD;

        assertThat(ALL.spendable(dollars, LocalDate.parse("2025-06-30"))).isEqualTo(usd("75.00"));
        assertThat(ALL.spendable(dollars, LocalDate.parse("2025-07-01"))).isEqualTo(usd("50.00"));
        assertThat(ALL.spend(usd("60.00"), LocalDate.parse("2025-07-01")))
                .containsExactly(part(GIFT, "20.00"), part(SURPLUS, "30.00"));
    }

    @Test
    void what_is_booked_for_an_earlier_day_spends_nothing_given_later() {
        Wallet wallet = ALL.plus(grant(4, "9.00", false, null), LocalDate.parse("2025-06-02"));

        assertThat(wallet.spendable(CurrencyUnit.USD, JUNE_1)).isEqualTo(usd("75.00"));
        assertThat(wallet.spend(usd("80.00"), JUNE_1)).hasSize(3);
        assertThat(wallet.spend(usd("80.00"), LocalDate.parse("2025-06-02"))).hasSize(4);
    }

    @Test
    void only_what_was_paid_for_is_paid_out() {
        assertThat(ALL.refundable(CurrencyUnit.USD)).isEqualTo(usd("30.00"));
        assertThat(ALL.cashOut(usd("10.00"))).containsExactly(part(SURPLUS, "10.00"));
    }

    @Test
    void what_is_spent_is_gone() {
        Wallet wallet = ALL.less(part(SURPLUS, "30.00")).less(part(GIFT, "0.01"));

        assertThat(wallet.spendable(CurrencyUnit.USD, JUNE_1)).isEqualTo(usd("44.99"));
        assertThat(wallet.grants()).hasSize(2);
    }

    @Test
    void no_grant_is_spent_beyond_itself() {
        GrantPart tooMuch = part(GIFT, "20.01");

        assertThatThrownBy(() -> ALL.less(tooMuch)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothing_is_spent_when_nothing_is_wanted_or_there() {
        assertThat(ALL.spend(usd("0.00"), JUNE_1)).isEmpty();
        assertThat(Wallet.empty().spend(usd("1.00"), JUNE_1)).isEmpty();
    }

    private static CreditGrant grant(
            int number, String amount, boolean refundable, @Nullable String expiresOn) {
        CreditSource source = refundable ? CreditSource.PAYMENT_SURPLUS : CreditSource.GOODWILL;
        return new CreditGrant(
                id(number),
                usd(amount),
                source,
                refundable,
                expiresOn == null ? null : LocalDate.parse(expiresOn));
    }

    private static GrantPart part(CreditGrant grant, String amount) {
        return new GrantPart(grant.grantId(), usd(amount), grant.refundable());
    }

    private static GrantId id(int number) {
        return new GrantId(new UUID(0, number));
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }
}
