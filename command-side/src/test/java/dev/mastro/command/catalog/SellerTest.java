package dev.mastro.command.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.command.catalog.file.SellerFiles;
import dev.mastro.shared.calendar.BillingCycle;
import dev.mastro.shared.money.TaxRate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SellerTest {

    private static final LocalDate SOME_DAY = LocalDate.of(2025, 4, 28);
    private static final Sellers SELLERS = SellerFiles.load(Optional.empty());
    private static final Seller ZOOM = SELLERS.find("zoom").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "2014-12-31, none",
        "2015-01-01, policy-1",
        "2024-12-31, policy-1",
        "2025-01-01, policy-2",
        "2025-06-30, policy-2",
        "2025-07-01, policy-3",
        "2099-01-01, policy-3"
    })
    void a_policy_holds_from_its_first_day_to_the_day_before_the_next(LocalDate day, String name) {
        List<SellerPolicy> policies =
                List.of(
                        policy("policy-1", LocalDate.of(2015, 1, 1)),
                        policy("policy-2", LocalDate.of(2025, 1, 1)),
                        policy("policy-3", LocalDate.of(2025, 7, 1)));

        assertThat(Dated.holding(policies, day).map(SellerPolicy::version).orElse("none"))
                .isEqualTo(name);
    }

    @Test
    void a_seller_answers_for_the_policy_and_the_catalogue_of_a_day_and_of_a_version() {
        Seller seller = zoomWith(policy("policy-2", LocalDate.of(2025, 1, 1)));

        assertThat(seller.policyOn(LocalDate.of(2024, 12, 31)).version()).isEqualTo("policy-1");
        assertThat(seller.policyOn(LocalDate.of(2025, 1, 1)).version()).isEqualTo("policy-2");
        assertThat(seller.catalogOn(SOME_DAY).version()).isEqualTo("catalog-1");
        assertThat(seller.policyOfVersion("policy-2")).isPresent();
        assertThat(seller.policyOfVersion("policy-3")).isEmpty();
        assertThat(seller.catalogOfVersion("catalog-1")).isPresent();
    }

    @Test
    void nothing_is_sold_before_the_first_version() {
        assertThat(ZOOM.sellsFrom()).isEqualTo("2015-01-01");
        assertThatThrownBy(() -> ZOOM.policyOn(LocalDate.of(2014, 12, 31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("zoom has no policy on 2014-12-31");
        assertThatThrownBy(() -> ZOOM.catalogOn(LocalDate.of(2014, 12, 31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("zoom has no catalogue on 2014-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "IT, 2025-04-28, 220000",
        "DE, 2025-04-28, 190000",
        "FR, 2025-04-28, 200000",
        "US, 2025-04-28, 0",
        "IE, 2025-04-28, 0",
        "IT, 2014-12-31, 0"
    })
    void a_country_has_the_tax_rate_of_the_day(String country, LocalDate day, int ppm) {
        assertThat(ZOOM.taxRateFor(country, day)).isEqualTo(new TaxRate(ppm));
    }

    @Test
    void a_tax_rate_changes_on_its_date() {
        Seller seller =
                new Seller(
                        "zoom",
                        "Zoom",
                        "IE",
                        ZOOM.letterhead(),
                        ZOOM.contacts(),
                        List.of(
                                rate(LocalDate.of(2020, 1, 1), 190_000),
                                rate(LocalDate.of(2020, 7, 1), 160_000),
                                rate(LocalDate.of(2021, 1, 1), 190_000)),
                        ZOOM.policies(),
                        ZOOM.catalogs());

        assertThat(seller.taxRateFor("DE", LocalDate.of(2020, 6, 30)).percent()).isEqualTo("19");
        assertThat(seller.taxRateFor("DE", LocalDate.of(2020, 7, 1)).percent()).isEqualTo("16");
        assertThat(seller.taxRateFor("DE", LocalDate.of(2020, 12, 31)).percent()).isEqualTo("16");
        assertThat(seller.taxRateFor("DE", LocalDate.of(2021, 1, 1)).percent()).isEqualTo("19");
    }

    @ParameterizedTest
    @CsvSource({
        "zoom, pro, MONTHLY, USD 15.99",
        "zoom, pro, ANNUAL, USD 159.90",
        "zoom, pro, MONTHLY, EUR 15.99",
        "zoom, pro, MONTHLY, JPY 2125",
        "zoom, pro, MONTHLY, KWD 4.875",
        "zoom, business, MONTHLY, USD 21.99",
        "zoom, business, ANNUAL, USD 219.90",
        "zoom, enterprise, MONTHLY, USD 25.99",
        "zoom, enterprise, ANNUAL, USD 259.90",
        "zoom, large-meeting, MONTHLY, USD 50.00",
        "zoom, large-meeting, ANNUAL, USD 600.00",
        "zoom, large-meeting-1000, MONTHLY, USD 90.00",
        "zoom, webinar-500, MONTHLY, USD 79.00",
        "zoom, webinar-500, ANNUAL, USD 690.00",
        "zoom, webinar-1000, MONTHLY, USD 340.00",
        "zoom, webinar-1000, ANNUAL, USD 3400.00",
        "zoom, webinar-500-once, ONE_MONTH, USD 99.00",
        "zoom, basic, MONTHLY, USD 0.00",
        "goto, free, MONTHLY, USD 0.00",
        "goto, pro, MONTHLY, USD 14.00",
        "goto, pro, ANNUAL, USD 144.00",
        "goto, pro, MONTHLY, KWD 4.875",
        "goto, pro, MONTHLY, JPY 2125",
        "goto, business, MONTHLY, USD 19.00",
        "goto, business, ANNUAL, USD 192.00"
    })
    void the_shipped_prices_are_those_of_the_test_catalogue(
            String seller, String product, BillingCycle cycle, String price) {
        Money expected = Money.parse(price);

        assertThat(product(seller, product).price(cycle, expected.getCurrencyUnit()))
                .contains(expected);
    }

    @Test
    void a_product_has_no_price_in_a_cycle_or_a_currency_in_which_it_is_not_sold() {
        Product large = product("zoom", "large-meeting-1000");

        assertThat(large.price(BillingCycle.ANNUAL, CurrencyUnit.USD)).isEmpty();
        assertThat(large.price(BillingCycle.MONTHLY, CurrencyUnit.JPY)).isEmpty();
        assertThat(large.cycles()).containsExactly(BillingCycle.MONTHLY);
    }

    @Test
    void ranks_tell_upgrades_from_downgrades_within_a_family() {
        assertThat(List.of("basic", "pro", "business", "enterprise"))
                .isSortedAccordingTo((one, other) ->
                        product("zoom", one).rank() - product("zoom", other).rank());
        assertThat(product("zoom", "pro").exchangeableWith(product("zoom", "business"))).isTrue();
        assertThat(product("zoom", "pro").exchangeableWith(product("zoom", "pro"))).isFalse();
        assertThat(product("zoom", "pro").exchangeableWith(product("zoom", "webinar-500")))
                .isFalse();
        assertThat(product("zoom", "webinar-500").exchangeableWith(product("zoom", "webinar-1000")))
                .isTrue();
    }

    @Test
    void a_plan_below_its_minimum_suggests_another_product() {
        assertThat(product("zoom", "business").alternative()).contains("large-meeting");
        assertThat(product("zoom", "pro").alternative()).isEmpty();
    }

    @Test
    void the_free_plan_is_the_one_without_a_price() {
        assertThat(ZOOM.catalogOn(SOME_DAY).freePlan().map(Product::code)).contains("basic");
        assertThat(product("zoom", "webinar-500-once").revenueKind())
                .isEqualTo(RevenueKind.ONE_MONTH);
        assertThat(product("zoom", "webinar-500").revenueKind())
                .isEqualTo(RevenueKind.SUBSCRIPTION);
    }

    @Test
    void every_channel_that_a_customer_is_sent_to_has_a_contact() {
        assertThat(ZOOM.contactFor(OrderChannel.SALES)).contains("account-executive@zoom.example");
        assertThat(ZOOM.contactFor(OrderChannel.CORPORATE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_EXPENSIVE, TOO_EXPENSIVE",
        "too expensive, TOO_EXPENSIVE",
        "' Not-used ', NOT_USED",
        "Mrs Rossi has left us, OTHER"
    })
    void a_reason_is_stored_as_a_code_and_free_text_as_other(String given, String code) {
        assertThat(ZOOM.policyOn(SOME_DAY).cancellation().codeOf(given)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "zoom, OWNER, true", "zoom, ADMIN, true", "zoom, BILLING, true", "zoom, MEMBER, false",
        "goto, OWNER, true", "goto, ADMIN, false", "goto, BILLING, true", "goto, MEMBER, false",
        "goto, SUPPORT, true", "zoom, SALES, true", "zoom, FINANCE, true", "zoom, SYSTEM, true"
    })
    void the_policy_tells_who_may_pay_and_buy(String seller, ActorRole role, boolean allowed) {
        AccessPolicy access = SELLERS.find(seller).orElseThrow().policyOn(SOME_DAY).access();

        assertThat(access.may(ActorRight.BILL, role)).isEqualTo(allowed);
    }

    private static Product product(String seller, String code) {
        return SELLERS.find(seller).orElseThrow().catalogOn(SOME_DAY).find(code).orElseThrow();
    }

    private static CountryTaxRate rate(LocalDate from, int ppm) {
        return new CountryTaxRate("DE", from, new TaxRate(ppm));
    }

    private static Seller zoomWith(SellerPolicy next) {
        return new Seller(
                "zoom",
                "Zoom",
                "IE",
                ZOOM.letterhead(),
                ZOOM.contacts(),
                ZOOM.taxRates(),
                List.of(ZOOM.policies().getFirst(), next),
                ZOOM.catalogs());
    }

    private static SellerPolicy policy(String version, LocalDate from) {
        SellerPolicy shipped = ZOOM.policies().getFirst();
        return new SellerPolicy(
                version,
                from,
                shipped.changes(),
                shipped.addOns(),
                shipped.access(),
                shipped.credit(),
                shipped.cancellation(),
                shipped.nonPayment(),
                shipped.documents(),
                shipped.arithmetic());
    }
}
