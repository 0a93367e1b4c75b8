package dev.mastro.eventstore.platform;

import static dev.mastro.eventstore.StoreFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.eventstore.StoreFixture;
import dev.mastro.eventstore.TestAccount;
import dev.mastro.eventstore.TestAccount.Open;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.shared.account.AccountClosed;
import dev.mastro.shared.account.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MessagingConfigurationTest {

    private static final AtomicInteger FAILURES = new AtomicInteger();
    private static final List<Long> HANDLED = new CopyOnWriteArrayList<>();

    private static StoreFixture store;

    /** Fails the first time, as a projection does whose database is away for a moment. */
    @ProcessingGroup("fails-once")
    static class FailsOnce {

        @EventHandler
        void on(AccountClosed event, @SequenceNumber long sequence) {
            if (FAILURES.getAndIncrement() == 0) {
                throw new IllegalStateException("not now");
            }
            HANDLED.add(sequence);
        }
    }

    @BeforeAll
    static void start() {
        store =
                StoreFixture.start(
                        EmbeddedPostgres.shared().freshDatabase(),
                        Map.of(
                                "axon.eventhandling.processors.fails-once.mode", "pooled",
                                "logging.level.org.axonframework", "OFF"),
                        TestAccount.class,
                        FailsOnce.class);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void an_event_says_who_asked_for_it_and_how() {
        AccountId id = TestAccount.someId();
        MetaData metadata =
                MetaData.with("actor", "finance")
                        .and("channel", "API")
                        .and("idempotencyKey", "key-1")
                        .and("requestId", 17)
                        .and("password", "secret");

        store.bean(CommandGateway.class)
                .sendAndWait(new GenericCommandMessage<>(new Open(id), metadata));

        DomainEventMessage<?> event = store.bean(EventStore.class).readEvents(id.toString()).next();
        assertThat(event.getMetaData())
                .containsEntry("actor", "finance")
                .containsEntry("channel", "API")
                .containsEntry("idempotencyKey", "key-1")
                .containsEntry("requestId", "17")
                .containsKeys("correlationId", "traceId")
                .doesNotContainKeys("password", "bodyHash");
    }

    @Test
    void a_command_ages_from_its_dispatch_to_its_commit() {
        CommandPatience patience = store.bean(CommandPatience.class);
        CommandMessage<?> command =
                new GenericCommandMessage<>(
                        new Open(TestAccount.someId()), MetaData.emptyInstance());
        AtomicReference<Duration> meanwhile = new AtomicReference<>();
        Registration watching =
                store.bean(SimpleCommandBus.class)
                        .registerHandlerInterceptor((work, commands) -> {
                            if (work.getMessage().getIdentifier().equals(command.getIdentifier())) {
                                meanwhile.set(patience.age(work.getMessage()));
                            }
                            return commands.proceed();
                        });

        store.bean(CommandGateway.class).sendAndWait(command);
        watching.cancel();

        assertThat(meanwhile.get()).isPositive();
        assertThat(patience.age(command)).isZero();
    }

    @Test
    void an_event_whose_handler_fails_is_handled_again_and_never_passed_over() {
        store.publish(List.of(event("stream", 0), event("stream", 1)));

        await().untilAsserted(() -> assertThat(HANDLED).containsExactly(0L, 1L));
    }

    @Test
    void a_replay_survives_the_token_store() {
        TokenStore tokens = store.bean(TokenStore.class);
        TrackingToken replay =
                ReplayToken.createReplayToken(
                        GapAwareTrackingToken.newInstance(12, List.of(3L, 7L)),
                        GapAwareTrackingToken.newInstance(2, List.of()));

        TrackingToken read =
                store.bean(TransactionManager.class)
                        .fetchInTransaction(() -> {
                            tokens.initializeTokenSegments("replayed", 1, replay);
                            return tokens.fetchToken("replayed", 0);
                        });

        assertThat(read).isEqualTo(replay);
    }
}
