package dev.mastro.eventstore.platform;

import dev.mastro.eventstore.EarlierStates;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.FailingDuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

/** How commands reach aggregates, and how events reach their handlers. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    /** Beyond this many waiting commands one hot account would take all threads. */
    private static final int LONGEST_QUEUE = 64;

    private static final int LOCK_ATTEMPT_MILLIS = 10;

    @Bean
    DisposableBean recordingClock(Clock clock) {
        return RecordingClock.install(clock);
    }

    @Bean
    CorrelationDataProvider messageOrigin() {
        return new MessageOriginProvider();
    }

    @Bean
    CorrelationDataProvider auditTrail() {
        return new AuditTrail();
    }

    @Bean
    DuplicateCommandHandlerResolver duplicateCommandHandlerResolver() {
        return FailingDuplicateCommandHandlerResolver.instance();
    }

    @Bean
    @Qualifier("localSegment")
    SimpleCommandBus commandBus(
            CommandTransactions transactions,
            DuplicateCommandHandlerResolver duplicates,
            CommandPatience patience,
            Configuration axon) {
        SimpleCommandBus bus =
                SimpleCommandBus.builder()
                        .transactionManager(transactions.begunBy())
                        .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                        .duplicateCommandHandlerResolver(duplicates)
                        .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                        .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"))
                        .build();
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        bus.registerHandlerInterceptor((work, commands) -> {
            work.afterCommit(done -> patience.end(done.getMessage()));
            return commands.proceed();
        });
        return bus;
    }

    @Bean
    CommandPatience commandPatience(@Value("${mastro.command.patience}") Duration whole) {
        return new CommandPatience(whole);
    }

    @Bean
    CommandRetries commandRetries(CommandPatience patience) {
        return new CommandRetries(patience);
    }

    @Bean
    CommandGateway commandGateway(
            CommandBus bus, CommandPatience patience, CommandRetries retries) {
        DefaultCommandGateway gateway =
                DefaultCommandGateway.builder().commandBus(bus).retryScheduler(retries).build();
        gateway.registerDispatchInterceptor(_ ->
                (_, command) -> {
                    patience.begin(command);
                    return command;
                });
        return gateway;
    }

    /**
     * For {@code @Aggregate(lockFactory = "aggregateLocks")}. Who would wait longer is told to come
     * again, so that one hot account does not take all threads.
     */
    @Bean
    LockFactory aggregateLocks(@Value("${mastro.command.patience}") Duration patience) {
        return PessimisticLockFactory.builder()
                .queueLengthThreshold(LONGEST_QUEUE)
                .lockAttemptTimeout(LOCK_ATTEMPT_MILLIS)
                .acquireAttempts(Math.toIntExact(patience.toMillis() / LOCK_ATTEMPT_MILLIS))
                .build();
    }

    /** For {@code @Aggregate(cache = "aggregateCache")}. */
    @Bean
    Cache aggregateCache(@Value("${mastro.aggregate-cache.size}") long size) {
        return size == 0 ? NoCache.INSTANCE : new AggregateCache(size);
    }

    @Bean
    EarlierStates earlierStates() {
        return new EarlierStates();
    }

    /** Axon's default logs a failed handler and goes on, and the projection is wrong for ever. */
    @Bean
    ConfigurerModule propagateHandlerErrors() {
        return configurer ->
                configurer
                        .eventProcessing()
                        .registerDefaultListenerInvocationErrorHandler(
                                axon -> PropagatingErrorHandler.instance());
    }

    @Bean
    static HandlerEnhancerDefinition savepointPerEvent(
            ObjectProvider<PlatformTransactionManager> transactions, Environment environment) {
        return new SavepointPerEvent(transactions, environment);
    }
}
