package dev.mastro.query.account;

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
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.BillingDetails;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccountsProjection implements Projection {

    private final TableWriter writer;
    private final StateTable<AccountState> states;
    private final TableColumns<Touched<AccountState>> columns;

    AccountsProjection(JdbcClient jdbc, TableWriter writer) {
        this.writer = writer;
        this.states = new StateTable<>(jdbc, "accounts", AccountState.class);
        this.columns =
                TableColumns.<Touched<AccountState>>of("accounts")
                        .with("id", ColumnType.UUID, Touched::key)
                        .with("number", ColumnType.TEXT, row -> row.state().number())
                        .changing(
                                "name",
                                ColumnType.TEXT,
                                row -> detail(row.state(), BillingDetails::name))
                        .changing(
                                "email",
                                ColumnType.TEXT,
                                row -> detail(row.state(), BillingDetails::email))
                        .with("opened_at_position", ColumnType.BIGINT, Touched::position)
                        .changing("state", ColumnType.JSONB, row -> states.write(row.state()));
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public boolean reads(Class<?> eventType) {
        return AccountEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public void project(List<RecordedEvent> events) {
        writer.upsert(columns, states.fold(events.stream().map(AccountsProjection::step).toList()));
    }

    @Override
    public List<ReadTable> tables() {
        return List.of(ReadTable.of("accounts", "accounts_pk"));
    }

    @Override
    public BulkWriter inBulk() {
        return states.inBulk(event -> Stream.of(step(event)), writer, columns);
    }

    private static Step<AccountState> step(RecordedEvent recorded) {
        AccountEvent event = (AccountEvent) recorded.event();
        return event instanceof AccountOpened opened
                ? Step.first(
                        event.accountId(), recorded.position(), () -> AccountState.opened(opened))
                : Step.next(event.accountId(), recorded.position(), state -> state.after(event));
    }

    private static @Nullable String detail(
            AccountState account, Function<BillingDetails, String> detail) {
        BillingDetails details = account.customer().details();
        return details == null ? null : detail.apply(details);
    }
}
