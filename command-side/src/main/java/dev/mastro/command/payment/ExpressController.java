package dev.mastro.command.payment;

import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.http.Problem;
import dev.mastro.command.payment.ExpressNumbers.Payable;
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

    private final CommandSender commands;
    private final PaidCommands paidCommands;
    private final ExpressNumbers numbers;
    private final AttemptLimit attempts;

    ExpressController(
            CommandSender commands,
            PaidCommands paidCommands,
            ExpressNumbers numbers,
            AttemptLimit attempts) {
        this.commands = commands;
        this.paidCommands = paidCommands;
        this.numbers = numbers;
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
        Payable payable = numbers.find(request.accountNumber(), request.invoiceNumber());
        PayExpress payment =
                new PayExpress(
                        payable.account(),
                        payable.invoice(),
                        call.newId(payable.account(), "express"),
                        request.token(),
                        request.amount(),
                        Payment.none());
        return commands.send(call.by(ExpressNumbers.STRANGER), payment, paidCommands::send);
    }
}
