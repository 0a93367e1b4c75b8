package dev.mastro.command.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final CountDownLatch open = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<List<Integer>> rounds = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<Integer, String> answers = new ConcurrentHashMap<>();
    private final Rounds<Integer, String> asked = new Rounds<>(this::answer);

    @Test
    void what_comes_during_a_round_is_answered_together_in_the_next_one() throws Exception {
        askAllDuringTheFirst(IntStream.rangeClosed(1, 8).boxed().toList());

        assertThat(rounds).hasSize(2);
        assertThat(answers)
                .hasSize(9)
                .allSatisfy((one, answer) -> assertThat(answer).isEqualTo("answer " + one));
    }

    @Test
    void what_cannot_be_answered_fails_alone() throws Exception {
        askAllDuringTheFirst(List.of(1, -2, 3));

        assertThat(answers.get(1)).isEqualTo("answer 1");
        assertThat(answers.get(3)).isEqualTo("answer 3");
        assertThat(answers.get(-2)).isEqualTo("no answer to -2");
    }

    @Test
    void a_failure_leaves_the_next_round_alone() {
        open.countDown();

        assertThatThrownBy(() -> asked.ask(-1)).hasMessage("no answer to -1");
        assertThat(asked.ask(1)).isEqualTo("answer 1");
    }

    private void askAllDuringTheFirst(List<Integer> questions) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        threads.add(Thread.ofPlatform().start(() -> ask(0)));
        await().until(() -> !rounds.isEmpty());
        questions.forEach(one -> threads.add(Thread.ofPlatform().start(() -> ask(one))));
        await().until(() -> threads.stream().allMatch(t -> t.getState() == Thread.State.WAITING));
        open.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void ask(int question) {
        try {
            answers.put(question, asked.ask(question));
        } catch (IllegalArgumentException e) {
            answers.put(question, String.valueOf(e.getMessage()));
        }
    }

    private List<String> answer(List<Integer> questions) {
        rounds.add(questions);
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        questions.stream().filter(one -> one < 0).findFirst().ifPresent(RoundsTest::refuse);
        return questions.stream().map(one -> "answer " + one).toList();
    }

    private static void refuse(int question) {
        throw new IllegalArgumentException("no answer to " + question);
    }
}
