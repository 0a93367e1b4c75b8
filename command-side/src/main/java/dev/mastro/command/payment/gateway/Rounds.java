package dev.mastro.command.payment.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Answers what many threads ask in rounds: those who ask while a round is on its way are answered
 * together in the next one, by the first of them. Nobody waits for others to come.
 */
final class Rounds<Q, A> {

    private static final int MOST_AT_ONCE = 256;

    private final Function<List<Q>, List<A>> answering;
    private final Queue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock oneRound = new ReentrantLock();

    /** {@code answering} answers all questions of a round, in their order, or fails for all. */
    Rounds(Function<List<Q>, List<A>> answering) {
        this.answering = answering;
    }

    private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

    /** Returns when the question is answered. */
    A ask(Q question) {
        Asked<Q, A> asked = new Asked<>(question, new CompletableFuture<>());
        waiting.add(asked);
        oneRound.lock();
        try {
            while (!asked.answer().isDone()) {
                answer(next());
            }
        } finally {
            oneRound.unlock();
        }
        return result(asked.answer());
    }

    private List<Asked<Q, A>> next() {
        List<Asked<Q, A>> round = new ArrayList<>();
        Asked<Q, A> one = waiting.poll();
        while (one != null) {
            round.add(one);
            one = round.size() < MOST_AT_ONCE ? waiting.poll() : null;
        }
        return round;
    }

    private void answer(List<Asked<Q, A>> round) {
        try {
            List<A> answers = answering.apply(round.stream().map(Asked::question).toList());
            for (int i = 0; i < round.size(); i++) {
                round.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException e) {
            apart(round, e);
        } finally {
            var unanswered = new IllegalStateException("the round ended without an answer");
            round.forEach(one -> one.answer().completeExceptionally(unanswered));
        }
    }

    /** Only those fail that must. */
    private void apart(List<Asked<Q, A>> round, RuntimeException failure) {
        if (round.size() == 1) {
            round.getFirst().answer().completeExceptionally(failure);
        } else {
            round.forEach(one -> answer(List.of(one)));
        }
    }

    private static <A> A result(CompletableFuture<A> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }
}
