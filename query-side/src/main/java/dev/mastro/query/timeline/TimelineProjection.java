package dev.mastro.query.timeline;

import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.ReadTable;
import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.platform.Rows;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.books.BooksEvent;
import dev.mastro.shared.codec.EventTypes;
import dev.mastro.shared.codec.LedgerJson;
import dev.mastro.shared.document.DocumentEvent;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.subscription.SubscriptionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes every fact as one line of the timeline. */
@Component
class TimelineProjection implements Projection {

    private static final String ADD =
            """
            INSERT INTO timeline_item (position, account_id, recorded_at, effective_on, event_type,
                                       subject_id, sequence, words, amounts,
                                       actor, on_behalf_of, command_id, channel, reason)
            SELECT * FROM unnest(?::bigint[], ?::uuid[], ?::timestamptz[], ?::date[], ?::text[],
                                 ?::uuid[], ?::bigint[], ?::text[], ?::json[],
                                 ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            """;

    private final JdbcClient jdbc;
    private final NameTable names;
    private final JsonMapper json = LedgerJson.mapper();

    TimelineProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.names = new NameTable(jdbc);
    }

    private record Told(RecordedEvent recorded, Sentence sentence) {}

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public boolean reads(Class<?> eventType) {
        return EventTypes.isEvent(eventType);
    }

    @Override
    public void project(List<RecordedEvent> events) {
        KnownNames known =
                names.load(MentionedIds.in(events.stream().map(RecordedEvent::event).toList()));
        TimelineWords words = new TimelineWords(known);
        List<Told> told = new ArrayList<>();
        for (RecordedEvent event : events) {
            known.learnFrom(event.event());
            told.add(new Told(event, words.sentenceFor(event.event())));
        }
        add(new Rows<>(told));
        names.keep(known.learnt());
    }

    @Override
    public List<ReadTable> tables() {
        return List.of(
                ReadTable.of("timeline_item"), ReadTable.of("timeline_name", "timeline_name_pk"));
    }

    private void add(Rows<Told> rows) {
        jdbc.sql(ADD)
                .param(1, rows.column(row -> row.recorded().position()))
                .param(2, rows.column(row -> row.recorded().event().accountId()))
                .param(3, rows.column(row -> row.recorded().recordedAt()))
                .param(4, rows.column(row -> row.recorded().event().effectiveOn()))
                .param(5, rows.column(row -> EventTypes.nameOf(row.recorded().event().getClass())))
                .param(6, rows.column(row -> subject(row.recorded().event())))
                .param(7, rows.column(row -> row.recorded().sequence()))
                .param(8, rows.column(row -> row.sentence().text()))
                .param(9, rows.column(row -> json.writeValueAsString(row.sentence().amounts())))
                .param(10, rows.column(row -> row.recorded().trail("actor").orElse(null)))
                .param(11, rows.column(row -> row.recorded().trail("onBehalfOf").orElse(null)))
                .param(12, rows.column(row -> row.recorded().trail("commandId").orElse(null)))
                .param(13, rows.column(row -> row.recorded().trail("channel").orElse(null)))
                .param(14, rows.column(row -> row.recorded().trail("reason").orElse(null)))
                .update();
    }

    /** What the fact happened to; its sequence counts within it. */
    private static UUID subject(LedgerEvent event) {
        return switch (event) {
            case AccountEvent e -> e.accountId().value();
            case SubscriptionEvent e -> e.subscriptionId().value();
            case InvoiceEvent e -> e.invoiceId().value();
            case DocumentEvent e -> e.documentId().value();
            case BooksEvent e -> e.accountId().value();
            default -> throw new IllegalArgumentException("of no family: " + event);
        };
    }
}
