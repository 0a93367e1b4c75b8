package dev.mastro.shared.account;

import java.time.ZoneId;
import org.joda.money.CurrencyUnit;

/**
 * Who the account buys from and how it is billed, as agreed at opening. Country is an ISO 3166
 * code, locale a BCP 47 tag; {@code netDays} counts from the invoice date and is 0 for card
 * accounts.
 */
public record AccountProfile(
        String seller,
        String country,
        CurrencyUnit currency,
        ZoneId timeZone,
        String locale,
        PaymentTerms paymentTerms,
        int netDays,
        Channel channel) {

    AccountProfile inZone(ZoneId zone) {
        return new AccountProfile(
                seller, country, currency, zone, locale, paymentTerms, netDays, channel);
    }
}
