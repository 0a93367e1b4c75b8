package dev.mastro.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.QuerySide;
import dev.mastro.query.QuerySide.Answer;
import dev.mastro.query.Story;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountDowngraded;
import dev.mastro.shared.account.Allocation;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditNoteNumberAssigned;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.DowngradeReason;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.PaymentWay;
import dev.mastro.shared.invoice.CreditNoteId;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.PaymentAllocated;
import dev.mastro.shared.money.TaxRate;
import dev.mastro.shared.subscription.ClosedLine;
import dev.mastro.shared.subscription.EndCause;
import dev.mastro.shared.subscription.EndState;
import dev.mastro.shared.subscription.SubscriptionEnded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** billing.md BT-1: 263.88 USD, downgraded unpaid, then paid with an earlier value date. */
class LateTransferIT {

    private static final LocalDate MARCH_31 = LocalDate.parse("2025-03-31");
    private static final LocalDate APRIL_10 = LocalDate.parse("2025-04-10");
    private static final LocalDate APRIL_14 = LocalDate.parse("2025-04-14");
    private static final LocalDate APRIL_30 = LocalDate.parse("2025-04-30");
    private static final Story STORY = new Story(1);
    private static final CreditNoteId NOTE = new CreditNoteId(new UUID(7, 7));

    private static QuerySide querySide;

    @BeforeAll
    static void start() {
        querySide = QuerySide.start();
        querySide.recordAt(noon("2025-03-31"), STORY.opened(MARCH_31));
        querySide.recordAt(noon("2025-03-31"), STORY.ordered(MARCH_31, APRIL_30));
        querySide.recordAt(noon("2025-04-14"), downgraded());
        querySide.recordAt(noon("2025-04-16"), transferred());
        querySide.caughtUp();
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-15, 2025-04-15T23:00:00Z, 123.14",
        "2025-04-12, 2025-04-15T23:00:00Z, 263.88",
        "2025-04-12, 2025-04-16T23:00:00Z, 0.00",
        "2025-04-09, 2025-04-16T23:00:00Z, 263.88",
        "2025-04-16, 2025-04-16T23:00:00Z, 0.00",
    })
    void the_balance_depends_on_when_it_counts_and_when_it_was_known(
            String asOf, String knownAt, String owed) {
        JsonNode balance = balance("?asOf=%s&knownAt=%s".formatted(asOf, knownAt));

        assertThat(balance.get("owed").get("amount").asString()).isEqualTo(owed);
    }

    @Test
    void the_surplus_is_credit_once_the_credit_note_counts() {
        assertThat(balance("").get("credit").get("amount").asString()).isEqualTo("140.74");
        assertThat(balance("?asOf=2025-04-14").get("credit").get("amount").asString())
                .isEqualTo("140.74");
        assertThat(balance("?asOf=2025-04-12").get("credit").get("amount").asString())
                .isEqualTo("0.00");
    }

    @Test
    void the_state_at_a_date_is_the_whole_account_as_it_stood() {
        JsonNode then = state("?asOf=2025-04-12&knownAt=2025-04-15T00:00:00Z").body();

        assertThat(then.get("account").get("status").asString()).isEqualTo("PAST_DUE");
        assertThat(then.get("subscriptions").get(0).get("status").asString()).isEqualTo("ACTIVE");
        assertThat(then.get("invoices").get(0).get("due").get("amount").asString())
                .isEqualTo("263.88");
        assertThat(then.get("balances").get(0).get("deferred").get("amount").asString())
                .isEqualTo("158.33");
        assertThat(then.get("credits").isEmpty()).isTrue();
    }

    @Test
    void the_state_now_is_what_the_read_models_say() {
        JsonNode now = state("").body();

        assertThat(now.get("account")).isEqualTo(body("/accounts/" + STORY.account()));
        assertThat(now.get("invoices").get(0)).isEqualTo(body("/invoices/" + STORY.invoice(1)));
        assertThat(now.get("subscriptions").get(0))
                .isEqualTo(body("/subscriptions/" + STORY.subscription()));
        assertThat(now.get("balances").get(0)).isEqualTo(balance(""));
        assertThat(now.get("account").get("status").asString()).isEqualTo("DOWNGRADED");
    }

    @Test
    void before_its_opening_there_is_no_account() {
        Answer answer = state("?asOf=2025-03-30");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("code").asString()).isEqualTo("ACCOUNT_UNKNOWN");
    }

    private static JsonNode balance(String axes) {
        return body("/accounts/%s/balance%s".formatted(STORY.account(), axes))
                .get("balances")
                .get(0);
    }

    private static Answer state(String axes) {
        return querySide.get("/accounts/%s/state%s".formatted(STORY.account(), axes));
    }

    private static JsonNode body(String path) {
        return querySide.get(path).body();
    }

    private static Instant noon(String date) {
        return Instant.parse(date + "T12:00:00Z");
    }

    private static LedgerEvent[] downgraded() {
        ClosedLine closed =
                new ClosedLine(
                        STORY.invoice(1),
                        1,
                        APRIL_14,
                        Story.usd("140.74"),
                        Story.usd("0.00"),
                        TaxRate.ZERO);
        return new LedgerEvent[] {
            new AccountDowngraded(
                    STORY.account(),
                    List.of(STORY.subscription()),
                    DowngradeReason.NON_PAYMENT,
                    APRIL_14),
            new SubscriptionEnded(
                    STORY.subscription(),
                    STORY.account(),
                    EndCause.NON_PAYMENT,
                    EndState.BASIC,
                    closed,
                    APRIL_14),
            new CreditNoteNumberAssigned(
                    STORY.account(),
                    NOTE,
                    "A-0001-C001",
                    STORY.invoice(1),
                    Story.usd("140.74"),
                    APRIL_14),
            creditNote()
        };
    }

    private static CreditNoteIssued creditNote() {
        return new CreditNoteIssued(
                STORY.invoice(1),
                STORY.account(),
                NOTE,
                "A-0001-C001",
                List.of(
                        new CreditNoteLine(
                                1,
                                STORY.subscription(),
                                APRIL_14,
                                Story.usd("140.74"),
                                Story.usd("0.00"))),
                Story.usd("140.74"),
                List.of(),
                CreditNoteReason.NON_PAYMENT,
                APRIL_14);
    }

    private static LedgerEvent[] transferred() {
        CreditGrant surplus =
                new CreditGrant(
                        new GrantId(new UUID(8, 8)),
                        Story.usd("140.74"),
                        CreditSource.PAYMENT_SURPLUS,
                        true,
                        null);
        return new LedgerEvent[] {
            new PaymentReceived(
                    STORY.account(),
                    "transfer-1",
                    Story.usd("263.88"),
                    List.of(new Allocation(STORY.invoice(1), Story.usd("123.14"))),
                    Story.usd("140.74"),
                    PaymentWay.BANK_TRANSFER,
                    APRIL_10),
            new CreditGranted(STORY.account(), surplus, null, APRIL_10),
            new PaymentAllocated(
                    STORY.invoice(1), STORY.account(), "transfer-1", Story.usd("123.14"), APRIL_10)
        };
    }
}
