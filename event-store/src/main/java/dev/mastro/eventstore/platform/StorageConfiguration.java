package dev.mastro.eventstore.platform;

import dev.mastro.eventstore.DeadLetterQueues;
import dev.mastro.eventstore.LogPosition;
import dev.mastro.eventstore.RefusedTokens;
import dev.mastro.eventstore.append.OwnCommit;
import dev.mastro.eventstore.postgres.LedgerSchema;
import dev.mastro.eventstore.postgres.LedgerTokenStore;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.EventProcessorProperties;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions, tokens and dead letters: on PostgreSQL wherever the events are. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    /** An account that waits long must not stop others; too many accounts that wait should. */
    private static final int LONGEST_SEQUENCE = 1_000_000;

    /** So long is nobody at the work of a process that died. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

    @Bean
    ProcessIdentity processIdentity() {
        return ProcessIdentity.random();
    }

    @Bean
    FlywayMigrationStrategy knownHistory() {
        return new KnownHistory();
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    OwnCommit ownCommit(TransactionManager transactions) {
        return new OwnCommit(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(
                new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    RefusedTokens refusedTokens(
            LogPosition log, DataSource dataSource, PlatformTransactionManager transactions) {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new RefusedTokens(log, JdbcClient.create(dataSource), apart);
    }

    @Bean
    TokenStore tokenStore(
            ConnectionProvider connections,
            Serializer serializer,
            ProcessIdentity process,
            RefusedTokens refused) {
        return new LedgerTokenStore(
                JdbcTokenStore.builder()
                        .connectionProvider(connections)
                        .serializer(serializer)
                        .schema(LedgerSchema.tokens())
                        .nodeId(process.value())
                        .claimTimeout(CLAIM_TIMEOUT),
                refused);
    }

    /** For every group that sets {@code axon.eventhandling.processors.<group>.dlq.enabled}. */
    @Bean
    DeadLetterQueueProviderConfigurerModule deadLetters(
            EventProcessorProperties processors,
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer general,
            @Qualifier("eventSerializer") Serializer events) {
        return new DeadLetterQueueProviderConfigurerModule(
                processors, group -> _ -> queue(group, transactions, connections, general, events));
    }

    /** For read models, which put events aside themselves. */
    @Bean
    DeadLetterQueues deadLetterQueues(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer general,
            @Qualifier("eventSerializer") Serializer events) {
        return group -> queue(group, transactions, connections, general, events);
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> queue(
            String group,
            TransactionManager transactions,
            ConnectionProvider connections,
            Serializer general,
            Serializer events) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .maxSequenceSize(LONGEST_SEQUENCE)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(LedgerSchema.deadLetters())
                .statementFactory(new DeadLetterPages(general, events))
                .genericSerializer(general)
                .eventSerializer(events)
                .build();
    }
}
