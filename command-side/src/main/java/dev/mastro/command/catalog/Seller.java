package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.requireText;

import dev.mastro.shared.money.TaxRate;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A company that sells, with everything that makes it differ from others. {@code state} is the ISO
 * 3166 code of the state it is taxed in, {@code contacts} tells whom to turn to in each channel,
 * {@code letterhead} is for documents and mails.
 */
public record Seller(
        String code,
        String name,
        String state,
        Optional<Letterhead> letterhead,
        Map<OrderChannel, String> contacts,
        List<CountryTaxRate> taxRates,
        List<SellerPolicy> policies,
        List<Catalog> catalogs) {

    public Seller {
        requireText(code, "code");
        requireText(name, "name");
        CountryTaxRate.requireCountry(state, "state");
        contacts = Collections.unmodifiableMap(new TreeMap<>(contacts));
        taxRates = List.copyOf(taxRates);
        policies = List.copyOf(policies);
        catalogs = List.copyOf(catalogs);
        SellerChecks.check(contacts, taxRates, policies, catalogs);
    }

    /** The first day on which this seller has both a policy and a catalogue. */
    public LocalDate sellsFrom() {
        LocalDate policy = policies.getFirst().from();
        LocalDate catalog = catalogs.getFirst().from();
        return policy.isAfter(catalog) ? policy : catalog;
    }

    /**
     * The policy that holds on a date.
     *
     * @throws IllegalArgumentException before {@link #sellsFrom()}
     */
    public SellerPolicy policyOn(LocalDate date) {
        return Dated.holding(policies, date).orElseThrow(() -> tooEarly("policy", date));
    }

    /**
     * The catalogue that holds on a date.
     *
     * @throws IllegalArgumentException before {@link #sellsFrom()}
     */
    public Catalog catalogOn(LocalDate date) {
        return Dated.holding(catalogs, date).orElseThrow(() -> tooEarly("catalogue", date));
    }

    /** The policy an event was decided by ({@code PricedBy}), whenever that was. */
    public Optional<SellerPolicy> policyOfVersion(String version) {
        return policies.stream().filter(policy -> policy.version().equals(version)).findFirst();
    }

    /** The catalogue an amount was priced by ({@code PricedBy}), whenever that was. */
    public Optional<Catalog> catalogOfVersion(String version) {
        return catalogs.stream().filter(catalog -> catalog.version().equals(version)).findFirst();
    }

    /** The rate for a customer in {@code country}: zero where this seller collects no tax. */
    public TaxRate taxRateFor(String country, LocalDate date) {
        return taxRates.stream()
                .filter(rate -> rate.country().equals(country) && !rate.from().isAfter(date))
                .max(Comparator.comparing(CountryTaxRate::from))
                .map(CountryTaxRate::percent)
                .orElse(TaxRate.ZERO);
    }

    /** Whom a refused customer turns to; every channel that the rules name has a contact. */
    public Optional<String> contactFor(OrderChannel channel) {
        return Optional.ofNullable(contacts.get(channel));
    }

    private IllegalArgumentException tooEarly(String what, LocalDate date) {
        return new IllegalArgumentException(code + " has no " + what + " on " + date);
    }
}
