package dev.mastro.command.role;

import dev.mastro.command.catalog.AccessPolicy;
import dev.mastro.command.catalog.ActorRight;
import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.AccountRole;
import dev.mastro.shared.account.RoleGiven;
import dev.mastro.shared.account.RoleTaken;
import dev.mastro.shared.account.Roles;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Roles given to the customer's people, and taken away. */
final class RoleDecisions {

    private RoleDecisions() {}

    static Draft give(GiveRole command, Book book, Circumstances circumstances) {
        Draft draft = begin(book, circumstances);
        requireNotAbove(command.role(), circumstances);
        AccountRole before = roles(book).given().get(command.user());
        if (before == command.role()) {
            return draft;
        }
        if (before != null) {
            requireNotAbove(before, circumstances);
        }
        draft.add(
                new RoleGiven(
                        command.accountId(),
                        command.user(),
                        command.role(),
                        circumstances.today()));
        return draft;
    }

    /** Whoever never had a role is bound as well: he acted on the word of the caller alone. */
    static Draft take(TakeRole command, Book book, Circumstances circumstances) {
        Draft draft = begin(book, circumstances);
        AccountRole before = roles(book).given().get(command.user());
        if (before != null) {
            requireNotAbove(before, circumstances);
        }
        if (!roles(book).taken().contains(command.user())) {
            draft.add(new RoleTaken(command.accountId(), command.user(), circumstances.today()));
        }
        return draft;
    }

    private static Draft begin(Book book, Circumstances circumstances) {
        AccountRules.requireActorMay(ActorRight.GIVE_ROLES, circumstances);
        AccountRules.requireOpen(book.account());
        return new Draft(book);
    }

    /** Nobody of the customer's people gives or takes a right that he lacks himself. */
    private static void requireNotAbove(AccountRole role, Circumstances circumstances) {
        AccessPolicy access = circumstances.policy().access();
        Set<ActorRight> lacking = EnumSet.noneOf(ActorRight.class);
        lacking.addAll(access.rightsOf(ActorRole.valueOf(role.name())));
        lacking.removeIf(circumstances::actorMay);
        if (!lacking.isEmpty() && !circumstances.actor().role().ofSeller()) {
            throw Rejection.NOT_ALLOWED.because(
                    "Nobody gives or takes a role with rights that he lacks.",
                    Map.of(
                            "role", role.name().toLowerCase(Locale.ROOT),
                            "lacking", lacking.stream().map(ActorRight::name).toList()),
                    "Ask an owner.");
        }
    }

    private static Roles roles(Book book) {
        return book.account().customer().roles();
    }
}
