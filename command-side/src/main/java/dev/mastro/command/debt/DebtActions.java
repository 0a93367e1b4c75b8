package dev.mastro.command.debt;

import dev.mastro.command.action.ActionSource;
import dev.mastro.command.action.AllowedAction;
import dev.mastro.command.debt.DebtCommands.VoidInvoice;
import dev.mastro.command.debt.DebtCommands.WriteOffInvoice;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.Receivable;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which open invoices may be given up, and why others may not. */
@Component
class DebtActions implements ActionSource {

    private static final String PROBE = "?";

    @Override
    public Stream<AllowedAction> actions(Book book, Circumstances at) {
        AccountId account = book.account().id();
        return book.account().receivables().open().stream()
                .flatMap(open ->
                        Stream.of(
                                action(
                                        "WRITE_OFF_INVOICE",
                                        "/write-off",
                                        new WriteOffInvoice(account, open.invoiceId(), PROBE),
                                        open,
                                        book,
                                        at),
                                action(
                                        "VOID_INVOICE",
                                        "/void",
                                        new VoidInvoice(account, open.invoiceId(), PROBE),
                                        open,
                                        book,
                                        at)));
    }

    private static AllowedAction action(
            String name,
            String path,
            DebtCommands command,
            Receivable open,
            Book book,
            Circumstances at) {
        return AllowedAction.of(
                name,
                Map.of("invoice", open.number()),
                "POST",
                "/invoices/" + open.invoiceId() + path,
                () -> DebtDecisions.decide(command, book, at));
    }
}
