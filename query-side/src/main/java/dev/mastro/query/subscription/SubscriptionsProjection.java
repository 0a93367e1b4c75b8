package dev.mastro.query.subscription;

import dev.mastro.query.platform.BulkWriter;
import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.ReadTable;
import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.platform.Rows;
import dev.mastro.query.platform.StateTable;
import dev.mastro.query.platform.StateTable.Step;
import dev.mastro.query.platform.StateTable.Touched;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionStarted;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SubscriptionsProjection implements Projection {

    private static final String WRITE =
            """
            INSERT INTO subscriptions (id, account_id, opened_at_position, state)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::jsonb[])
                ON CONFLICT (id) DO UPDATE SET state = excluded.state
            """;

    private final JdbcClient jdbc;
    private final StateTable<SubscriptionState> states;

    SubscriptionsProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.states = new StateTable<>(jdbc, "subscriptions", SubscriptionState.class);
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
        write(states.fold(events.stream().map(SubscriptionsProjection::step).toList()));
    }

    @Override
    public List<ReadTable> tables() {
        return List.of(ReadTable.of("subscriptions", "subscriptions_pk"));
    }

    @Override
    public BulkWriter inBulk() {
        return states.inBulk(event -> Stream.of(step(event)), this::write);
    }

    private void write(List<Touched<SubscriptionState>> touched) {
        Rows<Touched<SubscriptionState>> rows = new Rows<>(touched);
        jdbc.sql(WRITE)
                .param(1, rows.column(Touched::id))
                .param(2, rows.column(row -> row.state().accountId()))
                .param(3, rows.column(Touched::position))
                .param(4, rows.column(row -> states.write(row.state())))
                .update();
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
