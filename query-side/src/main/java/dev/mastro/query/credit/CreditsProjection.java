package dev.mastro.query.credit;

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
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.account.CreditExpired;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditReturned;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.RefundIssued;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CreditsProjection implements Projection {

    private static final Set<Class<?>> READ =
            Set.of(
                    CreditGranted.class,
                    CreditApplied.class,
                    CreditExpired.class,
                    CreditReturned.class,
                    RefundIssued.class,
                    DisputeOpened.class);

    private final TableWriter writer;
    private final StateTable<CreditState> states;
    private final TableColumns<Touched<CreditState>> columns;

    CreditsProjection(JdbcClient jdbc, TableWriter writer) {
        this.writer = writer;
        this.states = new StateTable<>(jdbc, "credits", CreditState.class);
        this.columns =
                TableColumns.<Touched<CreditState>>of("credits")
                        .with("id", ColumnType.UUID, Touched::key)
                        .with(
                                "account_id",
                                ColumnType.UUID,
                                row -> row.state().granted().accountId().value())
                        .with("opened_at_position", ColumnType.BIGINT, Touched::position)
                        .changing("state", ColumnType.JSONB, row -> states.write(row.state()));
    }

    @Override
    public String name() {
        return "credits";
    }

    @Override
    public boolean reads(Class<?> eventType) {
        return READ.contains(eventType);
    }

    @Override
    public void project(List<RecordedEvent> events) {
        writer.upsert(
                columns, states.fold(events.stream().flatMap(CreditsProjection::steps).toList()));
    }

    @Override
    public List<ReadTable> tables() {
        return List.of(ReadTable.of("credits", "credits_pk"));
    }

    @Override
    public BulkWriter inBulk() {
        return states.inBulk(CreditsProjection::steps, writer, columns);
    }

    private static Stream<Step<CreditState>> steps(RecordedEvent recorded) {
        AccountEvent event = (AccountEvent) recorded.event();
        if (event instanceof CreditGranted granted) {
            return Stream.of(
                    Step.first(
                            granted.grant().grantId(),
                            recorded.position(),
                            () -> CreditState.of(granted)));
        }
        if (event instanceof CreditReturned returned) {
            return Stream.of(
                    Step.next(
                            returned.grant().grantId(),
                            recorded.position(),
                            state -> state.plus(returned.grant())));
        }
        return CreditSteps.takenBy(event).stream()
                .map(part ->
                        Step.next(part.grantId(), recorded.position(), state -> state.less(part)));
    }
}
