package dev.mastro.command.password;

import dev.mastro.command.catalog.ActorRight;
import dev.mastro.command.catalog.PasswordPolicy;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.PasswordChanged;
import java.util.Map;

/** Whether a password will do, and for whom it may be changed. */
final class PasswordDecisions {

    private PasswordDecisions() {}

    /** Everybody changes his own; who gives roles changes those of others too. */
    static Draft change(ChangePassword command, Book book, Circumstances circumstances) {
        AccountRules.requireOpen(book.account());
        if (!circumstances.actor().name().equals(command.user())) {
            AccountRules.requireActorMay(ActorRight.GIVE_ROLES, circumstances);
        }
        circumstances
                .policy()
                .access()
                .password()
                .filter(policy -> !policy.accepts(command.length(), command.kinds()))
                .ifPresent(PasswordDecisions::refuse);
        Draft draft = new Draft(book);
        draft.add(new PasswordChanged(command.accountId(), command.user(), circumstances.today()));
        return draft;
    }

    private static void refuse(PasswordPolicy policy) {
        throw Rejection.PASSWORD_TOO_WEAK.because(
                "The password is too short or lacks a kind of character.",
                Map.of(
                        "minimumLength", policy.minimumLength(),
                        "mustContain", policy.mustContain()),
                "Choose another one.");
    }
}
