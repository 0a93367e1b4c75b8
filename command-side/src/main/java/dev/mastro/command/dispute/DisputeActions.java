package dev.mastro.command.dispute;

import dev.mastro.command.action.ActionSource;
import dev.mastro.command.action.AllowedAction;
import dev.mastro.command.dispute.DisputeCommands.LoseDispute;
import dev.mastro.command.dispute.DisputeCommands.OpenDispute;
import dev.mastro.command.http.PathIds;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.ReceivedPayment;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which payments the provider may take back, and which disputes he may decide (CB-1). */
@Component
class DisputeActions implements ActionSource {

    @Override
    public Stream<AllowedAction> actions(Book book, Circumstances at) {
        return book.latestPayments().stream()
                .flatMap(payment ->
                        Stream.of(
                                action(
                                        "OPEN_DISPUTE",
                                        "POST",
                                        new OpenDispute(
                                                book.account().id(), payment.reference(), null),
                                        payment,
                                        book,
                                        at),
                                action(
                                        "DECIDE_DISPUTE",
                                        "PUT",
                                        new LoseDispute(book.account().id(), payment.reference()),
                                        payment,
                                        book,
                                        at)));
    }

    private static AllowedAction action(
            String name,
            String method,
            DisputeCommands command,
            ReceivedPayment payment,
            Book book,
            Circumstances at) {
        return AllowedAction.of(
                name,
                Map.of("payment", payment.reference()),
                method,
                "/payments/" + PathIds.segment(payment.reference()) + "/disputes",
                () -> DisputeDecisions.decide(command, book, at));
    }
}
