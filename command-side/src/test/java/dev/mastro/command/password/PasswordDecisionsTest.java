package dev.mastro.command.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.catalog.PasswordPolicy;
import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.ledger.Refusal;
import dev.mastro.command.ledger.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R003-02, for each seller by its own rule. */
class PasswordDecisionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"abcdefg1", "1234567a", "пароль12", "a1 ?!-_&%"})
    void eight_characters_with_letters_and_digits_will_do(String password) {
        assertThat(
                        BookFixture.goTo()
                                .accepted((book, at) ->
                                        PasswordDecisions.change(to(password), book, at))
                                .events())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdef1", "abcdefgh", "12345678", "????????"})
    void what_is_shorter_or_lacks_a_kind_is_refused(String password) {
        Refusal refusal =
                BookFixture.goTo()
                        .refused((book, at) -> PasswordDecisions.change(to(password), book, at));

        assertThat(refusal.rejection()).isEqualTo(Rejection.PASSWORD_TOO_WEAK);
        assertThat(refusal.facts()).containsEntry("minimumLength", 8);
    }

    @Test
    void a_seller_without_a_rule_takes_any() {
        assertThat(
                        BookFixture.zoom()
                                .accepted((book, at) -> PasswordDecisions.change(to("x"), book, at))
                                .events())
                .hasSize(1);
    }

    private static ChangePassword to(String password) {
        return new ChangePassword(
                BookFixture.ACCOUNT,
                "demo",
                password.codePointCount(0, password.length()),
                PasswordPolicy.kindsIn(password));
    }
}
