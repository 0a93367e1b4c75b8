package dev.mastro.command.role;

import dev.mastro.command.action.ActionSource;
import dev.mastro.command.action.AllowedAction;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountRole;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which roles may be given. */
@Component
class RoleActions implements ActionSource {

    private static final String SOMEBODY = "?";

    @Override
    public Stream<AllowedAction> actions(Book book, Circumstances at) {
        AccountId id = book.account().id();
        return Stream.of(AccountRole.values())
                .map(role ->
                        AllowedAction.of(
                                "GIVE_ROLE",
                                Map.of("role", role),
                                "PUT",
                                "/accounts/" + id + "/roles/{user}",
                                () ->
                                        RoleDecisions.give(
                                                new GiveRole(id, SOMEBODY, role), book, at)));
    }
}
