package dev.mastro.command.refund;

import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.http.PathIds;
import dev.mastro.command.http.PathIds.HeldSubscription;
import dev.mastro.command.http.Text;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.RefundId;
import org.joda.money.Money;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a cancellation would pay back, and payments paid back by support (api.md 4, 5). */
@RestController
@RequestMapping("/api/v1")
class RefundController {

    private final CommandSender commands;
    private final PathIds ids;

    RefundController(CommandSender commands, PathIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    /** How much of a payment goes back, and why. */
    record PaymentRefundRequest(Money amount, @Text(max = 1000) String reason) {}

    @GetMapping("/subscriptions/{id}/refund-offer")
    ResponseEntity<byte[]> offer(@PathVariable String id, Call call) {
        HeldSubscription held = ids.subscription(id);
        return commands.sendAfterDueWork(call, new OfferRefund(held.account(), held.id()));
    }

    @PostMapping("/payments/{reference}/refunds")
    ResponseEntity<byte[]> refund(
            @PathVariable String reference, @RequestBody PaymentRefundRequest request, Call call) {
        AccountId account = ids.payer(reference);
        return commands.sendAfterDueWork(
                call,
                new RefundPayment(
                        account,
                        reference,
                        new RefundId(call.newId(account, "refund")),
                        request.amount(),
                        request.reason()));
    }
}
