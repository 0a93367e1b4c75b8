package dev.mastro.command.http;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Checks codes of countries, currencies, languages and time zones. */
public final class Places {

    private static final Set<String> COUNTRIES =
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private static final Pattern MONTH = Pattern.compile("20\\d{2}-(0[1-9]|1[0-2])");

    private Places() {}

    /** A country of ISO 3166. */
    public static String country(String field, String code) {
        if (!COUNTRIES.contains(code)) {
            throw RequestMistake.in(field, field + " must be a country of ISO 3166, like IT.");
        }
        return code;
    }

    /** A currency of ISO 4217. */
    public static CurrencyUnit currency(String field, String code) {
        CurrencyUnit currency = StrictMoney.currencyOf(code);
        if (currency == null) {
            throw new RequestMistake("UNKNOWN_CURRENCY", field, "There is no such currency.");
        }
        return currency;
    }

    /** A zone of the IANA data base; that of the country, if it has but one, by default. */
    public static ZoneId zone(String field, @Nullable String id, String country) {
        if (id == null) {
            return CountryZones.of(country);
        }
        if (!ZoneId.getAvailableZoneIds().contains(id)) {
            throw RequestMistake.in(field, field + " must be a time zone, like Europe/Rome.");
        }
        return ZoneId.of(id);
    }

    /** A language tag of BCP 47. */
    public static String locale(String field, String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (LANGUAGES.contains(locale.getLanguage())) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            throw noLocale(field);
        }
        throw noLocale(field);
    }

    /** A month of this century, like 2027-06. */
    public static YearMonth month(String field, String text) {
        if (!MONTH.matcher(text).matches()) {
            throw RequestMistake.in(field, field + " must be a month, like 2027-06.");
        }
        return YearMonth.parse(text);
    }

    /** An e-mail address, as far as one can see. */
    public static String email(String field, String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1 || address.indexOf(' ') >= 0) {
            throw RequestMistake.in(field, field + " must be an e-mail address.");
        }
        return address;
    }

    private static RequestMistake noLocale(String field) {
        return RequestMistake.in(field, field + " must be a language tag, like it-IT.");
    }
}
