package dev.mastro.command.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.command.Client;
import dev.mastro.command.Client.Reply;
import dev.mastro.command.CommandSide;
import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.ledger.Actor;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.shared.books.BooksClosed;
import dev.mastro.shared.books.BooksEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** BT-2: who closes a month of the books, and when. */
class ClosingTest {

    private static final YearMonth MARCH = YearMonth.parse("2025-03");
    private static final String PUT_ASIDE =
            """
            INSERT INTO dead_letter_entry (dead_letter_id, processing_group, sequence_identifier,
                                           sequence_index, message_type, event_id,
                                           recorded_at_text, payload_type, payload, enqueued_at)
            VALUES ('%1$s', '%1$s', 'an account', 0, '', '', '', '', '', '')
            """;

    private static final String PROJECTED =
            """
            DELETE FROM dead_letter_entry WHERE processing_group = 'journal'
            """;

    private static final Instant OVER = Instant.parse("2025-04-01T12:00:00Z");

    @Test
    void bt_2_a_month_is_closed_with_all_before_it() {
        assertThat(close(MARCH, null, ActorRole.FINANCE, OVER))
                .containsExactly(
                        new BooksClosed(BooksEvent.ID, MARCH, LocalDate.parse("2025-04-01")));
        assertThat(new BooksClosed(BooksEvent.ID, MARCH, LocalDate.MIN).openFrom())
                .isEqualTo("2025-04-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03", "2025-04"})
    void what_is_closed_is_closed_by_nothing(String closedThrough) {
        assertThat(close(MARCH, YearMonth.parse(closedThrough), ActorRole.FINANCE, OVER)).isEmpty();
    }

    @Test
    void a_month_lasts_until_its_last_day_is_over_everywhere() {
        Instant stillMarch = Instant.parse("2025-04-01T11:59:59Z");

        assertThatThrownBy(() -> close(MARCH, null, ActorRole.FINANCE, stillMarch))
                .asInstanceOf(InstanceOfAssertFactories.type(RuleViolation.class))
                .satisfies(refused -> {
                    assertThat(refused.refusal().rejection()).isEqualTo(Rejection.MONTH_NOT_OVER);
                    assertThat(refused.refusal().facts()).containsEntry("overAt", OVER);
                });
    }

    @Test
    void a_month_stays_open_while_the_journal_lacks_facts() {
        assertThatThrownBy(() -> close(MARCH, null, 1, ActorRole.FINANCE, OVER))
                .asInstanceOf(InstanceOfAssertFactories.type(RuleViolation.class))
                .satisfies(refused -> {
                    assertThat(refused.refusal().rejection()).isEqualTo(Rejection.BOOKS_INCOMPLETE);
                    assertThat(refused.refusal().facts()).containsEntry("missing", 1L);
                });
        assertThat(close(MARCH, MARCH, 1, ActorRole.FINANCE, OVER)).isEmpty();
    }

    @Test
    void over_http_the_letters_of_the_journal_keep_a_month_open() {
        try (CommandSide side = CommandSide.startedAt("2025-04-05T10:00:00Z")) {
            Client finance = side.client().as("finance:fay");
            side.jdbc().sql(PUT_ASIDE.formatted("timeline")).update();
            side.jdbc().sql(PUT_ASIDE.formatted("journal")).update();

            refused(finance.post("/api/v1/books/periods/2025-03/close", ""), "BOOKS_INCOMPLETE");
            side.jdbc().sql(PROJECTED).update();
            Reply closed = finance.post("/api/v1/books/periods/2025-03/close", "");

            assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "FINANCE", mode = EnumSource.Mode.EXCLUDE)
    void only_finance_closes_the_books(ActorRole role) {
        assertThatThrownBy(() -> close(MARCH, null, role, OVER))
                .asInstanceOf(InstanceOfAssertFactories.type(RuleViolation.class))
                .satisfies(refused ->
                        assertThat(refused.refusal().rejection()).isEqualTo(Rejection.NOT_ALLOWED));
    }

    @Test
    void bt_2_over_http_it_is_recorded_once() {
        try (CommandSide side = CommandSide.startedAt("2025-04-05T10:00:00Z")) {
            Client finance = side.client().as("finance:fay").with("Idempotency-Key", "march");

            Reply closed = finance.post("/api/v1/books/periods/2025-03/close", "");
            Reply repeated = finance.post("/api/v1/books/periods/2025-03/close", "");
            Client other = side.client().as("finance:fay");
            Reply again = other.post("/api/v1/books/periods/2025-02/close", "");

            assertThat(closed.status()).as(closed.body()).isEqualTo(200);
            assertThat(closed.at("/events/0/type")).isEqualTo("BooksClosed");
            assertThat(closed.at("/period/openFrom")).isEqualTo("2025-04-01");
            assertThat(repeated.header("Idempotency-Replayed")).contains("true");
            assertThat(repeated.body()).isEqualTo(closed.body());
            assertThat(again.at("/period/closedThrough")).isEqualTo("2025-03");
            assertThat(again.at("/events/0")).isEmpty();
            assertThat(side.events()).isEqualTo(1);
            side.moveTo("2025-05-02T10:00:00Z");
            Reply april = other.post("/api/v1/books/periods/2025-04/close", "");
            assertThat(april.at("/events/0/sequence")).isEqualTo("1");
            refused(other.post("/api/v1/books/periods/2025-05/close", ""), "MONTH_NOT_OVER");
            refused(other.post("/api/v1/books/periods/2025-13/close", ""), "MALFORMED_REQUEST");
            refused(other.post("/api/v1/books/periods/march/close", ""), "MALFORMED_REQUEST");
            refused(side.client().post("/api/v1/books/periods/2025-03/close", ""), "NOT_ALLOWED");
        }
    }

    private static void refused(Reply reply, String code) {
        assertThat(reply.at("/code")).as(reply.body()).isEqualTo(code);
    }

    private static List<BooksEvent> close(
            YearMonth month, @Nullable YearMonth closedThrough, ActorRole role, Instant now) {
        return close(month, closedThrough, 0, role, now);
    }

    private static List<BooksEvent> close(
            YearMonth month,
            @Nullable YearMonth closedThrough,
            long missing,
            ActorRole role,
            Instant now) {
        return ClosingDecisions.close(
                new CloseBooks(month),
                Optional.ofNullable(closedThrough),
                missing,
                new Actor(role, "fay"),
                now);
    }
}
