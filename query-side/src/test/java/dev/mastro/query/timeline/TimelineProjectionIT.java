package dev.mastro.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.query.EveryFact;
import dev.mastro.query.RecordedFacts;
import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.PageRequest;
import dev.mastro.query.platform.UnknownSubject;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.books.BooksEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineProjectionIT {

    private static final UUID ACCOUNT = EveryFact.ACCOUNT.value();

    private static final RecordedFacts LOG = new RecordedFacts();

    private final TimelineProjection projection = new TimelineProjection(LOG.jdbc(), LOG.writer());
    private final Timeline timeline = new Timeline(LOG.jdbc());

    @BeforeEach
    void everything_happens_to_one_account() {
        LOG.startOver(projection);
        EveryFact.all().forEach(fact -> LOG.record(projection, fact));
    }

    @Test
    void every_fact_is_there_in_order_with_its_type_and_cause() {
        List<TimelineItem> items = until(null);

        assertThat(items)
                .extracting(TimelineItem::type)
                .containsExactlyElementsOf(
                        EveryFact.all().stream()
                                .filter(fact -> !(fact instanceof BooksEvent))
                                .map(LedgerEvent::getClass)
                                .map(Class::getSimpleName)
                                .toList());
        assertThat(items).extracting(TimelineItem::position).isSorted();
        assertThat(items)
                .allSatisfy(item -> assertThat(item.cause().actor()).isEqualTo("owner:demo"));
    }

    @Test
    void words_name_invoices_and_products_that_earlier_facts_told() {
        assertThat(until(null))
                .extracting(TimelineItem::text)
                .contains(
                        "Credit of 4.92 EUR spent on INV-0001",
                        "Product changed from pro to business, 12 licences",
                        "Account downgraded for non-payment, ended: pro");
    }

    @Test
    void amounts_are_kept_by_name_in_their_order() {
        TimelineItem invoice =
                until(null).stream()
                        .filter(item -> item.type().equals("InvoiceIssued"))
                        .findFirst()
                        .orElseThrow();

        assertThat(invoice.amounts())
                .isEqualTo(
                        """
                        {"net":{"amount":"159.90","currency":"EUR"},\
                        "tax":{"amount":"35.18","currency":"EUR"},\
                        "total":{"amount":"195.08","currency":"EUR"}}\
                        """);
        assertThat(invoice.subject()).isEqualTo(EveryFact.INVOICE.value());
    }

    @Test
    void a_date_ends_it_with_what_counts_by_then_and_an_instant_with_what_was_recorded() {
        assertThat(until("2025-02-14"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.effectiveOn()).isBefore("2025-02-15"));
        assertThat(until("2025-01-31T11:59:59Z")).isEmpty();
        assertThat(until("2025-01-31T12:00:00Z"))
                .allSatisfy(item -> assertThat(item.effectiveOn()).isEqualTo("2025-01-31"))
                .isNotEmpty();
    }

    @Test
    void pages_put_together_are_the_whole_timeline() {
        List<TimelineItem> pieces = new ArrayList<>();
        Page<TimelineItem> page = page(null);
        pieces.addAll(page.items());
        while (page.next() != null) {
            page = page(page.next());
            pieces.addAll(page.items());
        }

        assertThat(pieces).isEqualTo(until(null));
    }

    @Test
    void a_rebuild_in_other_batches_gives_the_same_rows() {
        String items = LOG.content("timeline_item", "position");
        String names = LOG.content("timeline_name", "id");

        LOG.replay(projection, 7);

        assertThat(LOG.content("timeline_item", "position")).isEqualTo(items);
        assertThat(LOG.content("timeline_name", "id")).isEqualTo(names);
    }

    @Test
    void an_account_without_facts_is_unknown() {
        assertThatThrownBy(() ->
                        timeline.of(
                                new UUID(9, 9), TimelineEnd.of(null), PageRequest.of(null, null)))
                .isInstanceOf(UnknownSubject.class);
    }

    private Page<TimelineItem> page(@Nullable String after) {
        return timeline.of(ACCOUNT, TimelineEnd.of(null), PageRequest.of("7", after));
    }

    private List<TimelineItem> until(@Nullable String end) {
        return timeline.of(ACCOUNT, TimelineEnd.of(end), PageRequest.of("500", null)).items();
    }
}
