package dev.mastro.eventstore.platform;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.util.ClassUtils;

/**
 * A savepoint around each event handler whose group has a dead-letter queue, so that a letter keeps
 * nothing of the failed attempt and an SQL error does not take the letter with it. Without a queue
 * the whole batch rolls back anyway, and two statements an event would be wasted.
 */
final class SavepointPerEvent implements HandlerEnhancerDefinition {

    private static final TransactionDefinition NESTED =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED);

    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final Environment environment;
    private final Map<Class<?>, Boolean> queued = new ConcurrentHashMap<>();

    SavepointPerEvent(
            ObjectProvider<PlatformTransactionManager> transactions, Environment environment) {
        this.transactions = transactions;
        this.environment = environment;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> member) {
        boolean handlesEvents =
                isAnnotated(member, EventHandler.class)
                        && !isAnnotated(member, EventSourcingHandler.class);
        return handlesEvents ? new Savepoint<>(member) : member;
    }

    private static boolean isAnnotated(
            MessageHandlingMember<?> member, Class<? extends Annotation> annotation) {
        return member.unwrap(Method.class)
                .filter(method -> AnnotationUtils.isAnnotationPresent(method, annotation))
                .isPresent();
    }

    /** Asked of the object and not of the method, which may be inherited. */
    private boolean hasDeadLetterQueue(Object handler) {
        return queued.computeIfAbsent(ClassUtils.getUserClass(handler), this::isQueueEnabled);
    }

    private boolean isQueueEnabled(Class<?> handler) {
        String group =
                AnnotationUtils.<String>findAnnotationAttribute(
                                handler, ProcessingGroup.class, "processingGroup")
                        .orElse(handler.getPackageName());
        String key = "axon.eventhandling.processors.%s.dlq.enabled".formatted(group);
        return environment.getProperty(key, Boolean.class, false);
    }

    private final class Savepoint<T> extends WrappedMessageHandlingMember<T> {

        private final MessageHandlingMember<T> member;

        Savepoint(MessageHandlingMember<T> member) {
            super(member);
            this.member = member;
        }

        @Override
        public @Nullable Object handle(Message<?> message, @Nullable T target) throws Exception {
            if (target == null || !hasDeadLetterQueue(target)) {
                return member.handle(message, target);
            }
            PlatformTransactionManager manager = transactions.getObject();
            TransactionStatus savepoint = manager.getTransaction(NESTED);
            try {
                Object result = member.handle(message, target);
                manager.commit(savepoint);
                return result;
            } catch (Exception e) {
                manager.rollback(savepoint);
                throw e;
            }
        }
    }
}
