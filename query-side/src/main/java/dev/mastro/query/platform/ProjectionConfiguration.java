package dev.mastro.query.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One event processor for each projection, with every setting that matters named. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    /** The number of rows per projection in {@code token_entry}; a change needs a split there. */
    static final int SEGMENTS = 2;

    /** Long enough for somebody else to look for a free segment, also when it is late. */
    static final Duration LEFT_TO_OTHERS = Duration.ofSeconds(2);

    private static final int BATCH = 500;
    private static final int COORDINATORS = 2;
    private static final int CLAIM_EVERY_MILLIS = 1000;
    private static final int KEEP_CLAIM_AFTER_MILLIS = 1000;

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService projectionCoordinators() {
        return threads("projection-coordinator", COORDINATORS);
    }

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService projectionWorkers(@Value("${mastro.projections.threads}") int count) {
        return threads("projection-worker", count);
    }

    @Bean
    Handover handover(Letters letters, PlatformTransactionManager transactions) {
        TransactionTemplate savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return new Handover(letters, savepoint);
    }

    @Bean
    ConfigurerModule projectionProcessors(
            List<Projection> projections,
            Handover handover,
            CommitSignal signal,
            ProjectionFailures failures,
            @Qualifier("projectionCoordinators") ScheduledExecutorService coordinators,
            @Qualifier("projectionWorkers") ScheduledExecutorService workers) {
        return processors(
                projections.stream()
                        .map(p -> new ProjectionHandler(p, handover, signal, failures))
                        .toList(),
                settings ->
                        settings(settings, coordinators, workers)
                                .initialSegmentCount(SEGMENTS)
                                .initialToken(StreamableMessageSource::createTailToken));
    }

    /** Reactions begin with what happens from now on, and nothing lets them read it again. */
    @Bean
    ConfigurerModule reactionProcessors(
            List<Reaction> reactions,
            Handover handover,
            CommitSignal signal,
            ProjectionFailures failures,
            @Qualifier("projectionCoordinators") ScheduledExecutorService coordinators,
            @Qualifier("projectionWorkers") ScheduledExecutorService workers) {
        return processors(
                reactions.stream()
                        .map(r ->
                                new ProjectionHandler(new ReadOnce(r), handover, signal, failures))
                        .toList(),
                settings ->
                        settings(settings, coordinators, workers)
                                .initialSegmentCount(1)
                                .initialToken(StreamableMessageSource::createHeadToken));
    }

    private static ConfigurerModule processors(
            List<ProjectionHandler> handlers,
            UnaryOperator<PooledStreamingEventProcessor.Builder> settings) {
        return new ConfigurerModule() {
            @Override
            public void configureModule(Configurer configurer) {
                EventProcessingConfigurer processing = configurer.eventProcessing();
                for (ProjectionHandler handler : handlers) {
                    register(processing, handler);
                    processing.registerPooledStreamingEventProcessor(
                            handler.name(),
                            axon -> axon.eventStore(),
                            (_, builder) -> settings.apply(builder));
                }
            }
        };
    }

    private static void register(EventProcessingConfigurer processing, ProjectionHandler handler) {
        String name = handler.name();
        processing
                .registerEventHandler(_ -> handler)
                .assignHandlerInstancesMatching(name, candidate -> candidate == handler)
                .registerSequencingPolicy(name, _ -> AccountSequence.INSTANCE)
                .registerListenerInvocationErrorHandler(
                        name, _ -> PropagatingErrorHandler.instance())
                .registerErrorHandler(name, _ -> PropagatingErrorHandler.instance());
    }

    /** Claims are kept by real time: a simulated clock stands still between two days. */
    private static PooledStreamingEventProcessor.Builder settings(
            PooledStreamingEventProcessor.Builder settings,
            ScheduledExecutorService coordinators,
            ScheduledExecutorService workers) {
        return settings.coordinatorExecutor(coordinators)
                .workerExecutor(workers)
                .batchSize(BATCH)
                .clock(Clock.systemUTC())
                .tokenClaimInterval(CLAIM_EVERY_MILLIS)
                .claimExtensionThreshold(KEEP_CLAIM_AFTER_MILLIS);
    }

    private static ScheduledExecutorService threads(String name, int count) {
        return Executors.newScheduledThreadPool(
                count, Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    }
}
