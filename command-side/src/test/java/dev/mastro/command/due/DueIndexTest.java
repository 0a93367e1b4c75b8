package dev.mastro.command.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.command.work.TooBusyException;
import dev.mastro.shared.account.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DueIndexTest {

    private static final AccountId BUSY = account(1);
    private static final AccountId QUIET = account(2);

    private final List<AccountId> tried = new ArrayList<>();

    /** A process could not start while another one worked on the first account that it indexed. */
    @ParameterizedTest
    @MethodSource("passing")
    void an_account_on_which_others_work_comes_again_after_the_rest(RuntimeException passing) {
        DueIndex.eachOf(
                List.of(BUSY, QUIET),
                account -> {
                    tried.add(account);
                    if (account.equals(BUSY) && tried.size() < 4) {
                        throw passing;
                    }
                });

        assertThat(tried).containsExactly(BUSY, QUIET, BUSY, BUSY);
    }

    static Stream<RuntimeException> passing() {
        return Stream.of(
                new ConcurrencyException("another process has added to it"),
                new TooBusyException("others are before it"));
    }

    @Test
    void who_is_interrupted_tries_no_longer() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() ->
                        DueIndex.eachOf(
                                List.of(BUSY),
                                _ -> {
                                    throw new TooBusyException("interrupted");
                                }))
                .isInstanceOf(TooBusyException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void what_will_not_pass_ends_it() {
        assertThatThrownBy(() ->
                        DueIndex.eachOf(
                                List.of(BUSY, QUIET),
                                account -> {
                                    tried.add(account);
                                    throw new IllegalStateException("cannot be read");
                                }))
                .hasMessage("cannot be read");
        assertThat(tried).containsExactly(BUSY);
    }

    private static AccountId account(int number) {
        return AccountId.of(new UUID(0, number).toString());
    }
}
