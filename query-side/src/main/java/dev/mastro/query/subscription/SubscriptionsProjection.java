package dev.mastro.query.subscription;

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
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionStarted;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SubscriptionsProjection implements Projection {

    private final TableWriter writer;
    private final StateTable<SubscriptionState> states;
    private final TableColumns<Touched<SubscriptionState>> columns;

    SubscriptionsProjection(JdbcClient jdbc, TableWriter writer) {
        this.writer = writer;
        this.states = new StateTable<>(jdbc, "subscriptions", SubscriptionState.class);
        this.columns =
                TableColumns.<Touched<SubscriptionState>>of("subscriptions")
                        .with("id", ColumnType.UUID, Touched::key)
                        .with("account_id", ColumnType.UUID, row -> row.state().accountId().value())
                        .with("opened_at_position", ColumnType.BIGINT, Touched::position)
                        .changing("state", ColumnType.JSONB, row -> states.write(row.state()));
    }

    @Override
    public String name() {
        return "subscriptions";
    }

    @Override
    public boolean reads(Class<?> eventType) {
        return SubscriptionEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public void project(List<RecordedEvent> events) {
        writer.upsert(
                columns, states.fold(events.stream().map(SubscriptionsProjection::step).toList()));
    }

    @Override
    public List<ReadTable> tables() {
        return List.of(ReadTable.of("subscriptions", "subscriptions_pk"));
    }

    @Override
    public BulkWriter inBulk() {
        return states.inBulk(event -> Stream.of(step(event)), writer, columns);
    }

    private static Step<SubscriptionState> step(RecordedEvent recorded) {
        SubscriptionEvent event = (SubscriptionEvent) recorded.event();
        return event instanceof SubscriptionStarted started
                ? Step.first(
                        event.subscriptionId(),
                        recorded.position(),
                        () -> SubscriptionState.started(started))
                : Step.next(
                        event.subscriptionId(), recorded.position(), state -> state.after(event));
    }
}
