package dev.mastro.command.platform;

import dev.mastro.command.facts.Fact;
import dev.mastro.command.facts.Facts;
import dev.mastro.command.facts.FactsListener;
import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.command.payment.PaidCommand;
import dev.mastro.command.payment.Payment;
import dev.mastro.command.work.Answer;
import dev.mastro.command.work.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Stands around every command on the ledger: gives the first answer again to a repeated key, turns
 * what the handler came to into the answer that crosses the wire, and writes down all that must
 * share the fate of the facts.
 */
class AnsweringInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Admission admission;
    private final StoredAnswers answers;
    private final List<FactsListener> listeners;

    AnsweringInterceptor(
            Admission admission, StoredAnswers answers, List<FactsListener> listeners) {
        this.admission = admission;
        this.answers = answers;
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public @Nullable Object handle(
            UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        CommandMessage<?> message = unitOfWork.getMessage();
        if (!(message.getPayload() instanceof LedgerCommand command)) {
            return chain.proceed();
        }
        admission.admit(command.accountId(), unitOfWork);
        IdempotencyKey key = IdempotencyKey.of(command, message);
        Optional<Answer> earlier = key == null ? Optional.empty() : answers.find(key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Outcome outcome = outcome(command, chain);
        List<Fact> facts = Facts.of(unitOfWork);
        Answer answer = Answers.of(command, message, outcome, facts);
        if (!facts.isEmpty()) {
            listeners.forEach(listener -> listener.recorded(facts, message));
        }
        return key == null ? answer : under(key, answer, isFinal(command, outcome));
    }

    /**
     * What is final is kept. What is not may be so only because a twin at another process was
     * answered after the first look, and then the twin's answer is the first one.
     */
    private Answer under(IdempotencyKey key, Answer answer, boolean isFinal) {
        if (!isFinal) {
            return answers.find(key).orElse(answer);
        }
        answers.store(key, answer);
        return answer;
    }

    private static Outcome outcome(LedgerCommand command, InterceptorChain chain) throws Exception {
        try {
            return chain.proceed() instanceof Outcome outcome
                    ? outcome
                    : new Outcome.Done(command.successStatus(), Map.of());
        } catch (AggregateNotFoundException e) {
            return refused(Rejection.ACCOUNT_UNKNOWN.because("There is no such account."));
        } catch (RuntimeException e) {
            return refused(violationIn(e).orElseThrow(() -> e));
        }
    }

    private static Outcome refused(RuleViolation violation) {
        return new Outcome.Refused(violation.refusal());
    }

    private static Optional<RuleViolation> violationIn(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, t -> t != null, t -> causeOf(t))
                .filter(RuleViolation.class::isInstance)
                .map(RuleViolation.class::cast)
                .findFirst();
    }

    private static @Nullable Throwable causeOf(@Nullable Throwable failure) {
        return failure == null ? null : failure.getCause();
    }

    /** A repeat is judged anew where the first time nothing was judged, or only not yet. */
    private static boolean isFinal(LedgerCommand command, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> true;
            case Outcome.Shown _, Outcome.Unpaid _ -> false;
            case Outcome.Refused(var refusal) ->
                    switch (refusal.rejection().kind()) {
                        case BUSINESS -> true;
                        case CONFLICT ->
                                refusal.rejection() != Rejection.RENEWAL_DUE && !isPaid(command);
                        case MALFORMED, FORBIDDEN, NOT_FOUND -> false;
                    };
        };
    }

    /** Another amount was due than what was paid; the sender tries again with the right one. */
    private static boolean isPaid(LedgerCommand command) {
        return command instanceof PaidCommand paid
                && paid.payment().outcome() != Payment.Outcome.NONE;
    }
}
