package dev.mastro.command.payment;

import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.http.PathIds;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.PaymentWay;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Money that arrived outside (api.md 5). */
@RestController
class PaymentController {

    private final CommandSender commands;
    private final PathIds ids;

    PaymentController(CommandSender commands, PathIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    /** What arrived, for which invoice if for one, and since when it counts. */
    record PaymentRequest(
            Money amount,
            @Nullable String invoice,
            String reference,
            @Nullable LocalDate valueDate,
            @Nullable PaymentWay method) {}

    @PostMapping("/api/v1/accounts/{id}/payments")
    ResponseEntity<byte[]> receive(
            @PathVariable String id, @RequestBody PaymentRequest request, Call call) {
        AccountId account = ids.account(id);
        String invoice = request.invoice();
        return commands.send(
                call,
                new ReceivePayment(
                        account,
                        request.amount(),
                        invoice == null ? null : ids.invoice(account, invoice),
                        request.reference(),
                        request.valueDate(),
                        Objects.requireNonNullElse(request.method(), PaymentWay.BANK_TRANSFER)));
    }
}
