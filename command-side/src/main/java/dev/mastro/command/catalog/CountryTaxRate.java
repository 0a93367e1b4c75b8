package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.require;

import dev.mastro.shared.money.TaxRate;
import java.time.LocalDate;

/** The tax rate of a country, an ISO 3166 code, from a date until the country's next one. */
public record CountryTaxRate(String country, LocalDate from, TaxRate percent) {

    private static final String ISO_3166 = "[A-Z]{2}";

    public CountryTaxRate {
        requireCountry(country, "country");
    }

    static void requireCountry(String country, String key) {
        require(country.matches(ISO_3166), key, "is no country code of two letters: " + country);
    }
}
