package dev.mastro.command.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One wrong key or value each in a shipped file, and the one line that it gives. */
class InvalidSellerFileTest {

    @ParameterizedTest(name = "{2}")
    @MethodSource({"keys", "types", "texts", "amounts", "rates", "rules", "documents"})
    void a_mistake_stops_the_start_and_names_file_line_and_key(
            String right, String wrong, String message) {
        assertThat(ShippedSeller.refusal(right, wrong)).isEqualTo("sellers/zoom.yaml:" + message);
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                arguments(
                        "      retryDays:",
                        "      retries:",
                        "72: policies[0].nonPayment.retries: unknown key, known are"
                                + " [end, unpaidInvoice, retryDays, endAfterDays]"),
                arguments(
                        "      retryDays: [1, 3, 7]\n",
                        "",
                        "69: policies[0].nonPayment.retryDays: is missing"),
                arguments("state: IE\n", "", "1: state: is missing"),
                arguments("state: IE\n", "state:\n", "6: state: has no value"),
                arguments(
                        "      endAfterDays: 14",
                        "      retryDays: [1]",
                        "73: policies[0].nonPayment.retryDays: is there twice"),
                arguments(
                        "access:",
                        "access: &same",
                        "36: policies[0].access: must be written out, without anchors and aliases"),
                arguments(
                        "code: zoom",
                        "code: zoomer",
                        "4: code: must be the name of the file, got zoomer"));
    }

    static Stream<Arguments> types() {
        return Stream.of(
                arguments(
                        "retryDays: [1, 3, 7]",
                        "retryDays: 1",
                        "72: policies[0].nonPayment.retryDays: must be a list"),
                arguments(
                        "[1, 3, 7]",
                        "[1, three, 7]",
                        "72: policies[0].nonPayment.retryDays[1]: must be a whole number,"
                                + " got three"),
                arguments(
                        "endAfterDays: 14",
                        "endAfterDays: 99999999999",
                        "73: policies[0].nonPayment.endAfterDays: must be a whole number in digits,"
                                + " got 99999999999"),
                arguments(
                        "autoApplyCredit: true",
                        "autoApplyCredit: yes",
                        "60: policies[0].credit.autoApplyCredit: must be true or false, got yes"),
                arguments(
                        "from: 2015-01-01, percent: 22",
                        "from: 2015-02-30, percent: 22",
                        "14: taxRates[0].from: must be a date like 2025-04-28, got 2015-02-30"));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments(
                        "conflictScope: SKU",
                        "conflictScope: PRODUCT",
                        "33: policies[0].addOns.conflictScope:"
                                + " must be one of [SKU, FAMILY, NOT_OFFERED], got PRODUCT"),
                arguments(
                        "name: Zoom",
                        "name: 5",
                        "5: name: must be text, in quotes if need be, got 5"),
                arguments("name: Zoom", "name: \" \"", "5: name: must not be blank"),
                arguments("name: Zoom", "name: [Zoom]", "5: name: must be a single value"),
                arguments(
                        "state: IE",
                        "state: Ireland",
                        "6: state: is no country code of two letters: Ireland"),
                arguments(
                        "{mode: RESTART_PERIOD, channel: SELF_SERVICE}",
                        "RESTART_PERIOD",
                        "26: policies[0].changes.cycleSwitch: must have keys of its own"),
                arguments(
                        "SALES: account",
                        "SELLING: account",
                        "10: contacts.SELLING:"
                                + " must be one of [SELF_SERVICE, SUPPORT, SALES, CORPORATE],"
                                + " got SELLING"),
                arguments(
                        "BILL: [OWNER, ADMIN, BILLING",
                        "BILL: [OWNER, OWNER",
                        "42: policies[0].access.actors.BILL[1]: is there twice: OWNER"));
    }

    static Stream<Arguments> amounts() {
        return Stream.of(
                arguments(
                        "{USD: 15.99",
                        "{USD: 15.9",
                        "111: catalogs[0].products[1].prices.MONTHLY.USD:"
                                + " must be an amount with 2 decimals, got 15.9"),
                arguments(
                        "JPY: 2125",
                        "JPY: 2125.00",
                        "111: catalogs[0].products[1].prices.MONTHLY.JPY:"
                                + " must be an amount with 0 decimals, got 2125.00"),
                arguments(
                        "KWD: 4.875",
                        "KWD: 4.88",
                        "111: catalogs[0].products[1].prices.MONTHLY.KWD:"
                                + " must be an amount with 3 decimals, got 4.88"),
                arguments(
                        "{USD: 15.99",
                        "{USD: 1e1",
                        "111: catalogs[0].products[1].prices.MONTHLY.USD:"
                                + " must be an amount with 2 decimals, got 1e1"),
                arguments(
                        "{USD: 15.99",
                        "{USD: -15.99",
                        "111: catalogs[0].products[1].prices.MONTHLY.USD:"
                                + " must not be negative, got -15.99"));
    }

    static Stream<Arguments> rates() {
        return Stream.of(
                arguments(
                        "{USD: 15.99",
                        "{USX: 15.99",
                        "111: catalogs[0].products[1].prices.MONTHLY.USX: is no currency: USX"),
                arguments(
                        "{USD: 15.99",
                        "{XXX: 15.99",
                        "111: catalogs[0].products[1].prices.MONTHLY.XXX: is no currency: XXX"),
                arguments(
                        "percent: 22",
                        "percent: 101",
                        "14: taxRates[0].percent:"
                                + " must be a percentage from 0 to 100"
                                + " with at most four decimals, got 101"),
                arguments(
                        "percent: 22",
                        "percent: 8.87555",
                        "14: taxRates[0].percent: must be a percentage from 0 to 100"
                                + " with at most four decimals, got 8.87555"));
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(
                        "[1, 3, 7]",
                        "[1, 3, 3]",
                        "72: policies[0].nonPayment.retryDays: must rise, got [1, 3, 3]"),
                arguments(
                        "[1, 3, 7]",
                        "[0, 3, 7]",
                        "72: policies[0].nonPayment.retryDays: must be positive, got [0, 3, 7]"),
                arguments(
                        "endAfterDays: 14",
                        "endAfterDays: 6",
                        "73: policies[0].nonPayment.endAfterDays:"
                                + " must not be before the last retry on day 7, got 6"),
                arguments(
                        "endAfterDays: 14",
                        "endAfterDays: -1",
                        "73: policies[0].nonPayment.endAfterDays: must not be negative, got -1"),
                arguments(
                        "heldOrderDays: 7",
                        "heldOrderDays: 0",
                        "38: policies[0].access.heldOrderDays: must be positive, got 0"));
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                arguments(
                        "cashOut: [SUPPORT]",
                        "cashOut: []",
                        "62: policies[0].credit.cashOut: must not be empty"),
                arguments(
                        "creditNotePrefix: CN",
                        "creditNotePrefix: INV",
                        "82: policies[0].documents.creditNotePrefix:"
                                + " must differ from invoicePrefix, got INV"),
                arguments(
                        "mails: [PURCHASE, CHANGE, DUNNING, CANCELLATION]",
                        "mails: []",
                        "77: policies[0].documents.mailAttachesDocument:"
                                + " cannot be true without mails"),
                arguments(
                        "      closeFreeAccount: true",
                        "      closeFreeAccount: true\n"
                                + "      password: {minimumLength: 1,"
                                + " mustContain: [LETTER, DIGIT]}",
                        "58: policies[0].access.password.minimumLength:"
                                + " leaves no room for what a password must contain, got 1"),
                arguments(
                        "refundBasis: FULL_LAST_CHARGE",
                        "refundBasis: PRORATED_UNUSED\n      refundWindowDays: 0",
                        "69: policies[0].cancellation.refundWindowDays: must be positive, got 0"));
    }
}
