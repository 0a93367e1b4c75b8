package dev.mastro.query.account;

import dev.mastro.query.platform.BulkWriter;
import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.ReadTable;
import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.platform.Rows;
import dev.mastro.query.platform.StateTable;
import dev.mastro.query.platform.StateTable.Step;
import dev.mastro.query.platform.StateTable.Touched;
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

    private static final String WRITE =
            """
            INSERT INTO accounts (id, number, name, email, opened_at_position, state)
            SELECT *
              FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::jsonb[])
                ON CONFLICT (id) DO UPDATE SET
                   name = excluded.name, email = excluded.email, state = excluded.state
            """;

    private final JdbcClient jdbc;
    private final StateTable<AccountState> states;

    AccountsProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.states = new StateTable<>(jdbc, "accounts", AccountState.class);
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
        write(states.fold(events.stream().map(AccountsProjection::step).toList()));
    }

    @Override
    public List<ReadTable> tables() {
        return List.of(ReadTable.of("accounts", "accounts_pk"));
    }

    @Override
    public BulkWriter inBulk() {
        return states.inBulk(event -> Stream.of(step(event)), this::write);
    }

    private void write(List<Touched<AccountState>> touched) {
        Rows<Touched<AccountState>> rows = new Rows<>(touched);
        jdbc.sql(WRITE)
                .param(1, rows.column(Touched::id))
                .param(2, rows.column(row -> row.state().number()))
                .param(3, rows.column(row -> detail(row.state(), BillingDetails::name)))
                .param(4, rows.column(row -> detail(row.state(), BillingDetails::email)))
                .param(5, rows.column(Touched::position))
                .param(6, rows.column(row -> states.write(row.state())))
                .update();
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
