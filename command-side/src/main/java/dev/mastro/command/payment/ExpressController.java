package dev.mastro.command.payment;

import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.http.PathIds;
import dev.mastro.command.http.Problem;
import dev.mastro.command.ledger.Actor;
import dev.mastro.command.lookup.Lookup;
import dev.mastro.command.lookup.Lookup.Entry;
import dev.mastro.command.lookup.Lookup.Kind;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.invoice.InvoiceId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Paying with account and invoice number, without signing in (api.md 5). */
@RestController
class ExpressController {

    private static final Actor STRANGER = new Actor(ActorRole.MEMBER, "express");

    private final CommandSender commands;
    private final PaidCommands paidCommands;
    private final Lookup lookup;
    private final AttemptLimit attempts;

    ExpressController(
            CommandSender commands,
            PaidCommands paidCommands,
            Lookup lookup,
            AttemptLimit attempts) {
        this.commands = commands;
        this.paidCommands = paidCommands;
        this.lookup = lookup;
        this.attempts = attempts;
    }

    /** The two numbers on the document, a card, and how much; all that is left by default. */
    record ExpressRequest(
            String accountNumber, String invoiceNumber, String token, @Nullable Money amount) {}

    @PostMapping("/api/v1/express-payments")
    ResponseEntity<byte[]> pay(
            @RequestBody ExpressRequest request, Call call, HttpServletRequest http) {
        if (!attempts.allows(http.getRemoteAddr())) {
            return Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "TOO_MANY_REQUESTS",
                            "Too many attempts; try again in a minute.",
                            Map.of())
                    .answer();
        }
        AccountId account = account(request);
        PayExpress payment =
                new PayExpress(
                        account,
                        invoice(request, account),
                        call.newId(account, "express"),
                        request.token(),
                        request.amount(),
                        Payment.none());
        return commands.send(call.by(STRANGER), payment, paidCommands::send);
    }

    private AccountId account(ExpressRequest request) {
        return lookup.find(Kind.ACCOUNT_NUMBER, PathIds.number(request.accountNumber()))
                .map(Entry::account)
                .orElseThrow(ExpressDecisions::refused);
    }

    private InvoiceId invoice(ExpressRequest request, AccountId account) {
        return lookup.find(Kind.INVOICE_NUMBER, PathIds.number(request.invoiceNumber()))
                .filter(entry -> entry.account().equals(account))
                .map(entry -> InvoiceId.of(entry.value()))
                .orElseThrow(ExpressDecisions::refused);
    }
}
