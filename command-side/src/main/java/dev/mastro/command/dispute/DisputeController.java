package dev.mastro.command.dispute;

import dev.mastro.command.dispute.DisputeCommands.LoseDispute;
import dev.mastro.command.dispute.DisputeCommands.OpenDispute;
import dev.mastro.command.dispute.DisputeCommands.WinDispute;
import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.http.PathIds;
import dev.mastro.shared.account.AccountId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What provider or bank say about a payment (api.md 5). */
@RestController
@RequestMapping("/api/v1/payments/{reference}/disputes")
class DisputeController {

    private final CommandSender commands;
    private final PathIds ids;

    DisputeController(CommandSender commands, PathIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    /** The fee that the provider takes for a dispute, if any. */
    record DisputeRequest(@Nullable Money fee) {}

    /** How it ended. */
    record OutcomeRequest(DisputeOutcome outcome) {}

    /** For whom the provider decided. */
    enum DisputeOutcome {
        WON,
        LOST
    }

    @PostMapping
    ResponseEntity<byte[]> open(
            @PathVariable String reference,
            @RequestBody(required = false) @Nullable DisputeRequest request,
            Call call) {
        Money fee = request == null ? null : request.fee();
        return commands.sendAfterDueWork(
                call, new OpenDispute(ids.payer(reference), reference, fee));
    }

    @PutMapping
    ResponseEntity<byte[]> settle(
            @PathVariable String reference, @RequestBody OutcomeRequest request, Call call) {
        AccountId account = ids.payer(reference);
        return commands.sendAfterDueWork(
                call,
                switch (request.outcome()) {
                    case WON -> new WinDispute(account, reference);
                    case LOST -> new LoseDispute(account, reference);
                });
    }
}
