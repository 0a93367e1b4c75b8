package dev.mastro.eventstore.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.eventstore.StoreFixture;
import dev.mastro.eventstore.TestAccount;
import dev.mastro.eventstore.TestAccount.Open;
import dev.mastro.eventstore.TestAccount.Refuse;
import dev.mastro.eventstore.TestAccount.Switch;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.shared.account.AccountId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AggregateCacheTest {

    private static final Database DATABASE = EmbeddedPostgres.shared().freshDatabase();
    private static final AtomicInteger HANDLED = new AtomicInteger();

    private static StoreFixture here;

    private final AccountId id = TestAccount.someId();

    @BeforeAll
    static void start() {
        here = StoreFixture.start(DATABASE, Map.of(), TestAccount.class);
        here.bean(SimpleCommandBus.class)
                .registerHandlerInterceptor((work, chain) -> {
                    HANDLED.incrementAndGet();
                    return chain.proceed();
                });
    }

    @AfterAll
    static void stop() {
        here.close();
    }

    @Test
    void a_committed_aggregate_is_kept() {
        send(here, new Open(id));

        assertThat(here.bean(Cache.class).containsKey(id.toString())).isTrue();
    }

    @Test
    void an_aggregate_is_forgotten_when_its_command_fails() {
        send(here, new Open(id));

        assertThatThrownBy(() -> send(here, new Refuse(id))).hasMessage("refused");

        assertThat(here.bean(Cache.class).containsKey(id.toString())).isFalse();
        assertThat(answer(here, new Switch(id))).isEqualTo(2);
    }

    @Test
    void a_stale_aggregate_costs_one_conflict_and_then_the_command_is_right() {
        try (StoreFixture elsewhere = StoreFixture.start(DATABASE, Map.of(), TestAccount.class)) {
            send(here, new Open(id));
            assertThat(answer(here, new Switch(id))).isEqualTo(2);
            assertThat(answer(elsewhere, new Switch(id))).isEqualTo(3);
            HANDLED.set(0);

            assertThat(answer(here, new Switch(id))).isEqualTo(4);

            assertThat(HANDLED).hasValue(2);
            assertThat(answer(elsewhere, new Switch(id))).isEqualTo(5);
        }
    }

    @Test
    void opening_an_account_twice_is_final() {
        send(here, new Open(id));
        HANDLED.set(0);

        assertThatThrownBy(() -> send(here, new Open(id)))
                .isInstanceOf(AggregateStreamCreationException.class);

        assertThat(HANDLED).hasValue(1);
    }

    @Test
    void a_size_of_zero_switches_the_cache_off() {
        try (StoreFixture uncached =
                StoreFixture.start(
                        DATABASE, Map.of("mastro.aggregate-cache.size", "0"), TestAccount.class)) {
            send(uncached, new Open(id));

            assertThat(uncached.bean(Cache.class).containsKey(id.toString())).isFalse();
        }
    }

    private static void send(StoreFixture store, Object command) {
        store.bean(CommandGateway.class).sendAndWait(command);
    }

    private static Object answer(StoreFixture store, Object command) {
        return store.bean(CommandGateway.class).sendAndWait(command);
    }
}
