package dev.mastro.command.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that are right alone and impossible together. */
class ContradictorySellerTest {

    private static final String FILE = "sellers/zoom.yaml:";

    @ParameterizedTest(name = "{2}")
    @MethodSource({
        "changes",
        "addOns",
        "policies",
        "cancellations",
        "products",
        "references",
        "versions"
    })
    void a_contradiction_stops_the_start_and_names_file_line_and_key(
            String right, String wrong, String message) {
        assertThat(ShippedSeller.refusal(right, wrong)).isEqualTo(FILE + message);
    }

    @Test
    void the_shipped_file_is_accepted() {
        assertThat(ShippedSeller.refusal("code: zoom", "code: zoom")).isEqualTo("accepted 1");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(ShippedSeller.refusalOf("# nothing\n")).isEqualTo(FILE + "1: is empty");
    }

    @Test
    void a_list_of_sellers_is_refused() {
        assertThat(ShippedSeller.refusalOf("- code: zoom\n"))
                .isEqualTo(FILE + "1: must have keys of its own");
    }

    @Test
    void a_second_document_is_refused() {
        assertThat(ShippedSeller.refusalOf("code: zoom\n---\ncode: other\n"))
                .isEqualTo(FILE + "3: has a second document");
    }

    @Test
    void text_that_is_not_yaml_is_refused_on_its_line() {
        assertThat(ShippedSeller.refusal("state: IE", "state: [IE"))
                .startsWith(FILE)
                .contains(": is not YAML: ")
                .doesNotContain("\n");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(
                        "licenceIncrease: {mode: KEEP_ANCHOR_PRORATE",
                        "licenceIncrease: {mode: KEEP_ANCHOR_CREDIT",
                        "22: policies[0].changes.licenceIncrease.mode:"
                                + " a rise in price leaves no credit, got KEEP_ANCHOR_CREDIT"),
                arguments(
                        "planUpgrade: {mode: KEEP_ANCHOR_PRORATE",
                        "planUpgrade: {mode: KEEP_ANCHOR_CREDIT",
                        "24: policies[0].changes.planUpgrade.mode:"
                                + " a rise in price leaves no credit, got KEEP_ANCHOR_CREDIT"),
                arguments(
                        "cycleSwitch: {mode: RESTART_PERIOD",
                        "cycleSwitch: {mode: KEEP_ANCHOR_PRORATE",
                        "26: policies[0].changes.cycleSwitch.mode:"
                                + " another cycle cannot keep the period, got KEEP_ANCHOR_PRORATE"),
                arguments(
                        "planDowngrade: {mode: AT_PERIOD_END, channel: SELF_SERVICE}",
                        "planDowngrade: {mode: AT_PERIOD_END, channel: CORPORATE}",
                        "25: policies[0].changes.planDowngrade.channel:"
                                + " CORPORATE has no entry in contacts"));
    }

    static Stream<Arguments> addOns() {
        String offered =
                """
                firstPeriod: PRORATED_TO_ANCHOR
                      oneMonthProducts: OFFERED
                      cycleConflict: REFUSE
                      conflictScope: SKU
                      annualOnMonthlyPlan: ALLOW
                      endWithPlan: NO_CREDIT
                """;
        String none = offered.replaceAll(": (?!OFFERED).*", ": NOT_OFFERED");
        String noCapacity =
                "addOnCapacityChange: {mode: NOT_OFFERED, channel: SELF_SERVICE}\n"
                        + "      unassign: BEFORE\n    addOns:\n      ";
        return Stream.of(
                arguments(
                        offered,
                        none,
                        "27: policies[0].changes.addOnCapacityChange.mode:"
                                + " must be NOT_OFFERED when addOns.firstPeriod is NOT_OFFERED"),
                arguments(
                        "addOnCapacityChange: {mode: KEEP_ANCHOR_PRORATE, channel: SELF_SERVICE}\n"
                                + "      unassign: BEFORE\n    addOns:\n      "
                                + offered,
                        noCapacity + none,
                        "142: catalogs[0].products[4].kind:"
                                + " add-ons are not offered by policy policy-1"));
    }

    static Stream<Arguments> policies() {
        return Stream.of(
                arguments(
                        "conflictScope: SKU",
                        "conflictScope: NOT_OFFERED",
                        "33: policies[0].addOns.conflictScope:"
                                + " must be NOT_OFFERED exactly when firstPeriod is NOT_OFFERED"),
                arguments(
                        "outstandingInvoicesBlock: ANY_OPEN",
                        "outstandingInvoicesBlock: OFF",
                        "40: policies[0].access.writtenOffStillBlocks:"
                                + " cannot be true when outstandingInvoicesBlock is OFF"),
                arguments(
                        "ANY_OPEN\n      writtenOffStillBlocks: true",
                        "OFF\n      writtenOffStillBlocks: false",
                        "56: policies[0].access.comeBack:"
                                + " cannot be PAY_THEN_BUY when outstandingInvoicesBlock is OFF"),
                arguments(
                        "GIVE_CREDIT: [SUPPORT, FINANCE]",
                        "GIVE_CREDIT: []",
                        "45: policies[0].access.actors.GIVE_CREDIT: must not be empty"));
    }

    static Stream<Arguments> cancellations() {
        return Stream.of(
                arguments(
                        "{acceptance: REQUIRED, version: \"2015-01\"}",
                        "{acceptance: REQUIRED}",
                        "55: policies[0].access.terms.version:"
                                + " must be given exactly when acceptance is REQUIRED"),
                arguments(
                        "reasonRequired: true",
                        "reasonRequired: false",
                        "65: policies[0].cancellation.reasons:"
                                + " must be listed exactly when reasonRequired is true"),
                arguments(
                        "TEMPORARY_NEED, OTHER]",
                        "TEMPORARY_NEED]",
                        "65: policies[0].cancellation.reasons:"
                                + " must have OTHER for reasons that are not listed"),
                arguments(
                        "NOT_USED",
                        "OTHER",
                        "65: policies[0].cancellation.reasons: names a reason twice"),
                arguments(
                        "refundBasis: FULL_LAST_CHARGE",
                        "refundBasis: SUPPORT_DECIDES",
                        "68: policies[0].cancellation.refundBasis:"
                                + " cannot be SUPPORT_DECIDES when selfServiceRefund"
                                + " is IF_UNUSED"));
    }

    static Stream<Arguments> products() {
        return Stream.of(
                arguments(
                        "minimumLicences: 10",
                        "minimumLicences: 0",
                        "120: catalogs[0].products[2].minimumLicences: must be positive, got 0"),
                arguments(
                        "rank: 0",
                        "rank: -1",
                        "96: catalogs[0].products[0].rank: must not be negative, got -1"),
                arguments(
                        "rank: 2",
                        "rank: 1",
                        "119: catalogs[0].products[2].rank: is there twice in family plan: 1"),
                arguments(
                        "code: business",
                        "code: pro",
                        "115: catalogs[0].products[2].code: is there twice: pro"),
                arguments(
                        "prices:\n          ONE_MONTH: {",
                        "prices:\n          MONTHLY: {USD: 99.00}\n          ONE_MONTH: {",
                        "197: catalogs[0].products[8].prices.ONE_MONTH:"
                                + " a product that lives one month has no other cycle"),
                arguments(
                        "MONTHLY: {USD: 50.00, EUR: 50.00}",
                        "MONTHLY: {}",
                        "148: catalogs[0].products[4].prices.MONTHLY: must not be empty"),
                arguments(
                        "oneMonthProducts: OFFERED",
                        "oneMonthProducts: NOT_OFFERED",
                        "196: catalogs[0].products[8].prices.ONE_MONTH:"
                                + " one-month products are not offered by policy policy-1"));
    }

    static Stream<Arguments> references() {
        return Stream.of(
                arguments(
                        "[pro, business, enterprise]",
                        "[pro, busines]",
                        "150: catalogs[0].products[4].needsPlan[1]:"
                                + " is no plan of this catalogue: busines"),
                arguments(
                        "[pro, business, enterprise]",
                        "[webinar-500]",
                        "150: catalogs[0].products[4].needsPlan[0]:"
                                + " is no plan of this catalogue: webinar-500"),
                arguments(
                        "needsPlan: []",
                        "needsPlan: [pro]",
                        "101: catalogs[0].products[0].needsPlan: is for add-ons only"),
                arguments(
                        "alternative: large-meeting",
                        "alternative: small-meeting",
                        "126: catalogs[0].products[2].alternative:"
                                + " is no other product of this catalogue: small-meeting"),
                arguments(
                        "  SALES: account-executive@zoom.example\n",
                        "",
                        "133: catalogs[0].products[3].channel: SALES has no entry in contacts"));
    }

    static Stream<Arguments> versions() {
        String next = "catalogs:\n  - version: %s\n    from: %s\n    products: [%s]\n";
        String product =
                "{code: basic, name: {en: Basic, it: Basic}, kind: PLAN, family: plan, rank: 0,"
                        + " minimumLicences: 1, channel: SELF_SERVICE, needsPlan: [],"
                        + " prices: {MONTHLY: {USD: 0.00}}}";
        return Stream.of(
                arguments(
                        "catalogs:\n",
                        next.formatted("catalog-1", "2014-01-01", product),
                        "92: catalogs[1].version: is there twice: catalog-1"),
                arguments(
                        "catalogs:\n",
                        next.formatted("catalog-0", "2015-01-01", product),
                        "93: catalogs[1].from: must be after 2015-01-01 of the version before,"
                                + " got 2015-01-01"),
                arguments(
                        "catalogs:\n",
                        "catalogs: []\nothers:\n",
                        "89: others: unknown key, known are [code, name, state, letterhead,"
                                + " contacts, taxRates, policies, catalogs]"),
                arguments(
                        "country: DE",
                        "country: IT",
                        "15: taxRates[1].from: IT has two rates from 2015-01-01"));
    }
}
