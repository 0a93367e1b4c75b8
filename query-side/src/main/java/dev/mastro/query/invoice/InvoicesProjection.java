package dev.mastro.query.invoice;

import dev.mastro.query.platform.BulkWriter;
import dev.mastro.query.platform.ColumnType;
import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.ReadTable;
import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.platform.StateTable;
import dev.mastro.query.platform.StateTable.Step;
import dev.mastro.query.platform.StateTable.Touched;
import dev.mastro.query.platform.TableColumns;
import dev.mastro.query.platform.TableWriter;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceState;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InvoicesProjection implements Projection {

    private final TableWriter writer;
    private final StateTable<InvoiceState> states;
    private final TableColumns<Touched<InvoiceState>> columns;

    InvoicesProjection(JdbcClient jdbc, TableWriter writer) {
        this.writer = writer;
        this.states = new StateTable<>(jdbc, "invoices", InvoiceState.class);
        this.columns =
                TableColumns.<Touched<InvoiceState>>of("invoices")
                        .with("id", ColumnType.UUID, Touched::key)
                        .with("account_id", ColumnType.UUID, row -> row.state().accountId().value())
                        .with("number", ColumnType.TEXT, row -> row.state().issued().number())
                        .with("opened_at_position", ColumnType.BIGINT, Touched::position)
                        .changing("state", ColumnType.JSONB, row -> states.write(row.state()))
                        .changing("status", ColumnType.TEXT, row -> row.state().status().name());
    }

    @Override
    public String name() {
        return "invoices";
    }

    @Override
    public boolean reads(Class<?> eventType) {
        return InvoiceEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public void project(List<RecordedEvent> events) {
        writer.upsert(columns, states.fold(events.stream().map(InvoicesProjection::step).toList()));
    }

    @Override
    public List<ReadTable> tables() {
        return List.of(ReadTable.of("invoices", "invoices_pk"));
    }

    @Override
    public BulkWriter inBulk() {
        return states.inBulk(event -> Stream.of(step(event)), writer, columns);
    }

    private static Step<InvoiceState> step(RecordedEvent recorded) {
        InvoiceEvent event = (InvoiceEvent) recorded.event();
        return event instanceof InvoiceIssued issued
                ? Step.first(
                        event.invoiceId(), recorded.position(), () -> InvoiceState.issued(issued))
                : Step.next(event.invoiceId(), recorded.position(), state -> state.after(event));
    }
}
