package dev.mastro.command.password;

import dev.mastro.command.action.ActionSource;
import dev.mastro.command.action.AllowedAction;
import dev.mastro.command.catalog.PasswordPolicy.CharacterKind;
import dev.mastro.command.http.PathIds;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whose passwords may be changed: the actor's own, and those of users with a role. */
@Component
class PasswordActions implements ActionSource {

    private static final Set<CharacterKind> ANY = EnumSet.allOf(CharacterKind.class);

    @Override
    public Stream<AllowedAction> actions(Book book, Circumstances at) {
        Set<String> users = new LinkedHashSet<>();
        users.add(at.actor().name());
        users.addAll(book.account().customer().roles().given().keySet());
        return users.stream().map(user -> changing(user, book, at));
    }

    private static AllowedAction changing(String user, Book book, Circumstances at) {
        ChangePassword strong =
                new ChangePassword(book.account().id(), user, Integer.MAX_VALUE, ANY);
        return AllowedAction.of(
                "CHANGE_PASSWORD",
                Map.of("user", user),
                "PUT",
                "/accounts/" + book.account().id() + "/passwords/" + PathIds.segment(user),
                () -> PasswordDecisions.change(strong, book, at));
    }
}
