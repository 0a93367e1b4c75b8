package dev.mastro.query.timeline;

import static dev.mastro.query.platform.ColumnType.BIGINT;
import static dev.mastro.query.platform.ColumnType.DATE;
import static dev.mastro.query.platform.ColumnType.JSON;
import static dev.mastro.query.platform.ColumnType.TEXT;
import static dev.mastro.query.platform.ColumnType.TIMESTAMP;
import static dev.mastro.query.platform.ColumnType.UUID;

import dev.mastro.query.platform.BulkWriter;
import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.ReadTable;
import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.platform.TableColumns;
import dev.mastro.query.platform.TableWriter;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.books.BooksEvent;
import dev.mastro.shared.codec.EventTypes;
import dev.mastro.shared.codec.LedgerJson;
import dev.mastro.shared.document.DocumentEvent;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.subscription.SubscriptionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes every fact as one line of the timeline. */
@Component
class TimelineProjection implements Projection {

    private static final JsonMapper MAPPER = LedgerJson.mapper();

    private static final TableColumns<Told> COLUMNS =
            TableColumns.<Told>of("timeline_item")
                    .with("position", BIGINT, told -> told.recorded().position())
                    .with("account_id", UUID, told -> told.event().accountId().value())
                    .with("recorded_at", TIMESTAMP, told -> told.recorded().recordedAt())
                    .with("effective_on", DATE, told -> told.event().effectiveOn())
                    .with("event_type", TEXT, told -> EventTypes.nameOf(told.event().getClass()))
                    .with("subject_id", UUID, told -> subject(told.event()))
                    .with("sequence", BIGINT, told -> told.recorded().sequence())
                    .with("words", TEXT, told -> told.sentence().text())
                    .with("amounts", JSON, Told::amounts)
                    .with("actor", TEXT, told -> told.trail("actor"))
                    .with("on_behalf_of", TEXT, told -> told.trail("onBehalfOf"))
                    .with("command_id", TEXT, told -> told.trail("commandId"))
                    .with("channel", TEXT, told -> told.trail("channel"))
                    .with("reason", TEXT, told -> told.trail("reason"));

    private final TableWriter writer;
    private final NameTable names;

    TimelineProjection(JdbcClient jdbc, TableWriter writer) {
        this.writer = writer;
        this.names = new NameTable(jdbc, writer);
    }

    private record Told(RecordedEvent recorded, Sentence sentence) {

        LedgerEvent event() {
            return recorded.event();
        }

        String amounts() {
            return MAPPER.writeValueAsString(sentence.amounts());
        }

        @Nullable String trail(String key) {
            return recorded.trail(key).orElse(null);
        }
    }

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
        project(events, new HashMap<>());
    }

    @Override
    public BulkWriter inBulk() {
        NameMemory memory = new NameMemory();
        return new BulkWriter() {
            @Override
            public void project(List<RecordedEvent> events) {
                TimelineProjection.this.project(events, memory.names());
                memory.forgetTheOldest();
            }

            @Override
            public void finish() {
                // All names are in the table.
            }
        };
    }

    private void project(List<RecordedEvent> events, Map<UUID, String> before) {
        KnownNames known = new KnownNames(before);
        List<Told> told = tell(events, known);
        Set<UUID> missing = known.missing();
        if (!missing.isEmpty()) {
            before.putAll(names.load(missing));
            known = new KnownNames(before);
            told = tell(events, known);
            known.requireAll();
        }
        writer.insert(COLUMNS, told);
        names.keep(known.learnt());
        before.putAll(known.learnt());
    }

    private static List<Told> tell(List<RecordedEvent> events, KnownNames known) {
        TimelineWords words = new TimelineWords(known);
        List<Told> told = new ArrayList<>(events.size());
        for (RecordedEvent event : events) {
            known.learnFrom(event.event());
            told.add(new Told(event, words.sentenceFor(event.event())));
        }
        return told;
    }

    @Override
    public List<ReadTable> tables() {
        return List.of(
                ReadTable.of("timeline_item"), ReadTable.of("timeline_name", "timeline_name_pk"));
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
