package dev.mastro.shared.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountProfile;
import dev.mastro.shared.account.AccountRole;
import dev.mastro.shared.account.AccountStanding;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.BillingDetails;
import dev.mastro.shared.account.Channel;
import dev.mastro.shared.account.PaymentTerms;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** An account as it stands on a day (api.md 2). */
public record AccountView(
        AccountId accountId,
        String accountNumber,
        String seller,
        @JsonUnwrapped BilledTo billedTo,
        @JsonUnwrapped Agreement agreement,
        AccountStatus status,
        AccountStanding standing,
        List<AccountBlock> blocks,
        Map<String, AccountRole> roles) {

    /** Who stands on its documents. */
    public record BilledTo(
            @Nullable String name,
            @Nullable String email,
            @Nullable String street,
            @Nullable String city,
            @Nullable String postalCode,
            @Nullable String vatNumber) {

        private static BilledTo of(@Nullable BillingDetails details) {
            return details == null
                    ? new BilledTo(null, null, null, null, null, null)
                    : new BilledTo(
                            details.name(),
                            details.email(),
                            details.street(),
                            details.city(),
                            details.postalCode(),
                            details.vatNumber());
        }
    }

    /** How the account is billed, and the version of the terms it has accepted, if any. */
    public record Agreement(
            String country,
            CurrencyUnit currency,
            ZoneId timeZone,
            String locale,
            PaymentTerms paymentTerms,
            int netDays,
            Channel channel,
            @Nullable String acceptedTerms) {}

    /** The account as both sides show it on {@code today}, a date in the account's zone. */
    public static AccountView of(
            AccountState account,
            Collection<SubscriptionState> subscriptions,
            OrderBlocking blocking,
            LocalDate today) {
        return new AccountView(
                account.id(),
                account.number(),
                account.profile().seller(),
                BilledTo.of(account.customer().details()),
                agreement(account),
                AccountStatus.of(account, subscriptions, today),
                account.standing(),
                AccountBlock.of(account, blocking, today),
                account.customer().roles().given());
    }

    private static Agreement agreement(AccountState account) {
        AccountProfile profile = account.profile();
        return new Agreement(
                profile.country(),
                profile.currency(),
                profile.timeZone(),
                profile.locale(),
                profile.paymentTerms(),
                profile.netDays(),
                profile.channel(),
                account.customer().acceptedTerms());
    }
}
