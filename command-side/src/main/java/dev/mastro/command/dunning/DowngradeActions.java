package dev.mastro.command.dunning;

import dev.mastro.command.action.ActionSource;
import dev.mastro.command.action.AllowedAction;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.shared.account.AccountId;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether paid services may be taken away by hand. */
@Component
class DowngradeActions implements ActionSource {

    @Override
    public Stream<AllowedAction> actions(Book book, Circumstances at) {
        AccountId id = book.account().id();
        return Stream.of(
                AllowedAction.of(
                        "DOWNGRADE",
                        Map.of(),
                        "POST",
                        "/accounts/" + id + "/downgrade",
                        () -> DunningDecisions.end(new EndForNonPayment(id, null), book, at)));
    }
}
