package dev.mastro.query.invoice;

import dev.mastro.query.platform.BulkWriter;
import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.ReadTable;
import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.platform.Rows;
import dev.mastro.query.platform.StateTable;
import dev.mastro.query.platform.StateTable.Step;
import dev.mastro.query.platform.StateTable.Touched;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceState;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InvoicesProjection implements Projection {

    private static final String WRITE =
            """
            INSERT INTO invoices (id, account_id, number, opened_at_position, state, status)
            SELECT *
              FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::jsonb[], ?::text[])
                ON CONFLICT (id) DO UPDATE SET state = excluded.state, status = excluded.status
            """;

    private final JdbcClient jdbc;
    private final StateTable<InvoiceState> states;

    InvoicesProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.states = new StateTable<>(jdbc, "invoices", InvoiceState.class);
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
        write(states.fold(events.stream().map(InvoicesProjection::step).toList()));
    }

    @Override
    public List<ReadTable> tables() {
        return List.of(ReadTable.of("invoices", "invoices_pk"));
    }

    @Override
    public BulkWriter inBulk() {
        return states.inBulk(event -> Stream.of(step(event)), this::write);
    }

    private void write(List<Touched<InvoiceState>> touched) {
        Rows<Touched<InvoiceState>> rows = new Rows<>(touched);
        jdbc.sql(WRITE)
                .param(1, rows.column(Touched::id))
                .param(2, rows.column(row -> row.state().accountId()))
                .param(3, rows.column(row -> row.state().issued().number()))
                .param(4, rows.column(Touched::position))
                .param(5, rows.column(row -> states.write(row.state())))
                .param(6, rows.column(row -> row.state().status().name()))
                .update();
    }

    private static Step<InvoiceState> step(RecordedEvent recorded) {
        InvoiceEvent event = (InvoiceEvent) recorded.event();
        return event instanceof InvoiceIssued issued
                ? Step.first(
                        event.invoiceId(), recorded.position(), () -> InvoiceState.issued(issued))
                : Step.next(event.invoiceId(), recorded.position(), state -> state.after(event));
    }
}
