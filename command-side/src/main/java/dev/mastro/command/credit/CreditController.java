package dev.mastro.command.credit;

import dev.mastro.command.credit.CreditCommands.ApplyCredit;
import dev.mastro.command.credit.CreditCommands.GrantGoodwill;
import dev.mastro.command.credit.CreditCommands.RefundCredit;
import dev.mastro.command.credit.CreditCommands.SwitchAutoApplyCredit;
import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.http.PathIds;
import dev.mastro.command.http.Text;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.RefundId;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Credit given, spent by hand, switched and paid out (api.md 5). */
@RestController
@RequestMapping("/api/v1/accounts/{id}")
class CreditController {

    private final CommandSender commands;
    private final PathIds ids;

    CreditController(CommandSender commands, PathIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    /** Goodwill. */
    record CreditRequest(
            Money amount,
            @Text(max = 1000) String reason,
            @Nullable Boolean refundable,
            @Nullable LocalDate expiresOn) {}

    /** Credit for one open invoice; all that fits without an amount. */
    record ApplicationRequest(String invoice, @Nullable Money amount) {}

    /** Whether credit is spent by itself. */
    record SwitchRequest(Boolean enabled) {}

    /** Credit back in cash. */
    record RefundRequest(Money amount, @Text(max = 1000) @Nullable String reason) {}

    @PostMapping("/credits")
    ResponseEntity<byte[]> grant(
            @PathVariable String id, @RequestBody CreditRequest request, Call call) {
        AccountId account = ids.account(id);
        return commands.send(
                call,
                new GrantGoodwill(
                        account,
                        new GrantId(call.newId(account, "grant")),
                        request.amount(),
                        request.reason(),
                        Objects.requireNonNullElse(request.refundable(), false),
                        request.expiresOn()));
    }

    @PostMapping("/credit-applications")
    ResponseEntity<byte[]> apply(
            @PathVariable String id, @RequestBody ApplicationRequest request, Call call) {
        AccountId account = ids.account(id);
        return commands.send(
                call,
                new ApplyCredit(
                        account, ids.invoice(account, request.invoice()), request.amount()));
    }

    @PutMapping("/auto-apply-credit")
    ResponseEntity<byte[]> switchAutoApply(
            @PathVariable String id, @RequestBody SwitchRequest request, Call call) {
        return commands.send(call, new SwitchAutoApplyCredit(ids.account(id), request.enabled()));
    }

    @PostMapping("/refunds")
    ResponseEntity<byte[]> refund(
            @PathVariable String id, @RequestBody RefundRequest request, Call call) {
        AccountId account = ids.account(id);
        return commands.send(
                call,
                new RefundCredit(
                        account,
                        new RefundId(call.newId(account, "refund")),
                        request.amount(),
                        request.reason()));
    }
}
