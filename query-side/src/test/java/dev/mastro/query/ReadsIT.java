package dev.mastro.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.QuerySide.Answer;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.GrantPart;
import dev.mastro.shared.invoice.CreditAllocated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReadsIT {

    private static final LocalDate MARCH_31 = LocalDate.parse("2025-03-31");
    private static final LocalDate APRIL_30 = LocalDate.parse("2025-04-30");
    private static final LocalDate MAY_31 = LocalDate.parse("2025-05-31");
    private static final Story ANNA = new Story(1);
    private static final Story BERT = new Story(2);
    private static final GrantId GIFT = new GrantId(new UUID(9, 9));

    private static QuerySide querySide;

    @BeforeAll
    static void start() {
        querySide = QuerySide.start();
        querySide.record(ANNA.opened(MARCH_31));
        querySide.record(ANNA.ordered(MARCH_31, APRIL_30));
        querySide.record(ANNA.paid(1, MARCH_31));
        querySide.record(ANNA.renewed(2, MARCH_31, APRIL_30, MAY_31));
        querySide.record(granted(ANNA.account()));
        querySide.record(
                applied(ANNA.account()),
                new CreditAllocated(
                        ANNA.invoice(2), ANNA.account(), Story.usd("15.00"), List.of(), APRIL_30));
        querySide.record(BERT.opened(MARCH_31));
        querySide.caughtUp();
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    @Test
    void an_account_shows_its_status_and_what_blocks_it() {
        JsonNode account = get("/accounts/" + ANNA.account());

        assertThat(account.get("accountNumber").asString()).isEqualTo("A-0001");
        assertThat(account.get("name").asString()).isEqualTo("Customer 1");
        assertThat(account.get("status").asString()).isEqualTo("PAST_DUE");
        assertThat(account.get("standing").asString()).isEqualTo("OPEN");
        JsonNode block = account.get("blocks").get(0);
        assertThat(block.get("code").asString()).isEqualTo("OUTSTANDING_INVOICES");
        assertThat(block.get("invoices").get(0).get("number").asString()).isEqualTo("A-0001-0002");
        assertThat(amount(block.get("invoices").get(0).get("outstanding"))).isEqualTo("248.88 USD");
    }

    @Test
    void the_balance_is_what_is_owed_and_what_may_be_spent() {
        JsonNode balance = get("/accounts/" + ANNA.account() + "/balance").get("balances").get(0);

        assertThat(balance.get("currency").asString()).isEqualTo("USD");
        assertThat(amount(balance.get("owed"))).isEqualTo("248.88 USD");
        assertThat(amount(balance.get("credit"))).isEqualTo("10.00 USD");
        assertThat(amount(balance.get("creditRefundable"))).isEqualTo("0.00 USD");
    }

    @Test
    void a_grant_shows_what_is_left_of_it() {
        JsonNode credit = get("/accounts/" + ANNA.account() + "/credits").get("items").get(0);

        assertThat(credit.get("source").asString()).isEqualTo("GOODWILL");
        assertThat(amount(credit.get("granted"))).isEqualTo("25.00 USD");
        assertThat(amount(credit.get("left"))).isEqualTo("10.00 USD");
        assertThat(credit.get("refundable").asBoolean()).isFalse();
        assertThat(credit.get("expires").isNull()).isTrue();
        assertThat(credit.get("reason").asString()).isEqualTo("LATE");
    }

    @Test
    void a_subscription_shows_its_period_and_counts() {
        JsonNode listed = get("/accounts/" + ANNA.account() + "/subscriptions").get("items").get(0);
        JsonNode subscription = get("/subscriptions/" + ANNA.subscription());

        assertThat(subscription).isEqualTo(listed);
        assertThat(subscription.get("period").get("start").asString()).isEqualTo("2025-04-30");
        assertThat(subscription.get("period").get("end").asString()).isEqualTo("2025-05-31");
        assertThat(subscription.get("nextBilling").asString()).isEqualTo("2025-05-31");
        assertThat(subscription.get("owned").asInt()).isEqualTo(12);
    }

    @Test
    void an_invoice_is_found_by_id_and_by_number_in_any_case() {
        JsonNode byId = get("/invoices/" + ANNA.invoice(2));

        assertThat(get("/invoices/A-0001-0002")).isEqualTo(byId);
        assertThat(get("/invoices/a-0001-0002")).isEqualTo(byId);
        assertThat(byId.get("status").asString()).isEqualTo("OPEN");
        assertThat(amount(byId.get("total"))).isEqualTo("263.88 USD");
        assertThat(amount(byId.get("creditApplied"))).isEqualTo("15.00 USD");
        assertThat(amount(byId.get("due"))).isEqualTo("248.88 USD");
    }

    @ParameterizedTest
    @CsvSource({
        "status=OPEN, A-0001-0002",
        "status=PAID, A-0001-0001",
        "number=a-0001-0002, A-0001-0002",
        "number=A-0001&from=2025-04-30, A-0001-0002",
        "to=2025-04-29, A-0001-0001",
        "from=2025-03-31&to=2025-03-31, A-0001-0001"
    })
    void r000_06_invoices_are_found_by_number_date_and_state(String search, String number) {
        JsonNode found = get("/accounts/" + ANNA.account() + "/invoices?" + search);

        assertThat(numbers(found)).containsExactly(number);
    }

    @Test
    void r000_06_a_search_that_finds_nothing_finds_an_empty_page() {
        JsonNode found = get("/accounts/" + ANNA.account() + "/invoices?status=WRITTEN_OFF");

        assertThat(found.get("items").isEmpty()).isTrue();
        assertThat(found.get("next").isNull()).isTrue();
    }

    @Test
    void a_line_is_explained_with_its_formula_and_its_inputs() {
        JsonNode told = get("/invoices/A-0001-0002/lines/1/explanation");

        assertThat(told.get("kind").asString()).isEqualTo("CHARGE");
        assertThat(told.at("/net/calculation").asString())
                .isEqualTo("12 x 21.99 x 31 / 31 = 263.88");
        assertThat(amount(told.at("/net/amount"))).isEqualTo("263.88 USD");
        assertThat(told.at("/net/rules/0").asString()).isEqualTo("C5");
        assertThat(told.at("/pricedBy/policyVersion").asString()).isEqualTo("zoom-1");
        assertThat(told.get("text").asString()).contains("12 x business");
    }

    @Test
    void a_list_comes_in_pages_that_miss_and_repeat_nothing() {
        String list = "/accounts/" + ANNA.account() + "/invoices?limit=1";

        JsonNode first = get(list);
        JsonNode second = get(list + "&after=" + first.get("next").asString());

        assertThat(numbers(first)).containsExactly("A-0001-0001");
        assertThat(numbers(second)).containsExactly("A-0001-0002");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-0001", "customer%201", "C1@EXAMPLE", "A-0001-0002"})
    void an_account_is_found_by_the_beginning_of_what_people_know_of_it(String query) {
        JsonNode found = get("/accounts?query=" + query).get("items");

        assertThat(found.valueStream().map(one -> one.get("accountId").asString()))
                .containsExactly(ANNA.account().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25", "_", "nobody"})
    void a_wildcard_finds_nothing(String query) {
        assertThat(get("/accounts?query=" + query).get("items").isEmpty()).isTrue();
    }

    @Test
    void without_a_query_all_accounts_are_listed_in_the_order_of_their_opening() {
        assertThat(
                        get("/accounts")
                                .get("items")
                                .valueStream()
                                .map(one -> one.get("accountNumber").asString()))
                .containsExactly("A-0001", "A-0002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts/not-an-id",
                "/accounts/1-1-1-1-1",
                "/accounts?limit=0",
                "/accounts?limit=501",
                "/accounts?limit=ten",
                "/accounts?after=%21",
                "/accounts?query=a%00b",
                "/subscriptions/x",
                "/accounts/00000000-0000-0001-0000-000000000001/invoices?status=open",
                "/accounts/00000000-0000-0001-0000-000000000001/invoices?from=31.03.2025",
                "/accounts/00000000-0000-0001-0000-000000000001/invoices?number=%00",
                "/invoices/A-0001-0001/lines/0/explanation",
                "/invoices/A-0001-0001/lines/one/explanation",
                "/accounts/00000000-0000-0001-0000-000000000001/balance?asOf=2025-02-30",
                "/accounts/00000000-0000-0001-0000-000000000001/state?knownAt=yesterday",
            })
    void what_cannot_be_understood_is_refused(String path) {
        Answer answer = querySide.get(path);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        assertThat(answer.body().get("code").asString()).isEqualTo("MALFORMED_REQUEST");
    }

    static Stream<String> unknown() {
        List<String> paths = new ArrayList<>();
        String nobody = "/accounts/" + new UUID(0, 0);
        paths.add(nobody);
        paths.add(nobody + "/balance");
        paths.add(nobody + "/credits");
        paths.add(nobody + "/state");
        paths.add(nobody + "/subscriptions");
        paths.add(nobody + "/invoices");
        paths.add("/subscriptions/" + new UUID(0, 0));
        paths.add("/invoices/" + new UUID(0, 0));
        paths.add("/invoices/A-9999-0001");
        paths.add("/invoices/A-9999-0001/lines/1/explanation");
        paths.add("/invoices/A-0001-0001/lines/2/explanation");
        paths.add("/invoices/A-0001-0001/credit-notes/CN-1/lines/1/explanation");
        return paths.stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts?qery=x", "/invoices/A-0001-0001?asOf=2025-01-01"})
    void a_parameter_that_is_not_known_is_refused(String path) {
        Answer answer = querySide.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("code").asString()).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(answer.body().propertyNames())
                .containsExactly("type", "title", "status", "code", "detail", "facts");
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void what_does_not_exist_is_not_found(String path) {
        Answer answer = querySide.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("code").asString()).endsWith("_UNKNOWN");
    }

    private static JsonNode get(String path) {
        Answer answer = querySide.get(path);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static String amount(JsonNode money) {
        return money.get("amount").asString() + " " + money.get("currency").asString();
    }

    private static Stream<String> numbers(JsonNode page) {
        return page.get("items").valueStream().map(one -> one.get("number").asString());
    }

    private static CreditGranted granted(AccountId account) {
        CreditGrant grant =
                new CreditGrant(GIFT, Story.usd("25.00"), CreditSource.GOODWILL, false, null);
        return new CreditGranted(account, grant, "LATE", APRIL_30);
    }

    private static CreditApplied applied(AccountId account) {
        return new CreditApplied(
                account,
                ANNA.invoice(2),
                Story.usd("15.00"),
                List.of(new GrantPart(GIFT, Story.usd("15.00"), false)),
                APRIL_30);
    }
}
