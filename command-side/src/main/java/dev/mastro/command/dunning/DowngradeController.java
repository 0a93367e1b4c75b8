package dev.mastro.command.dunning;

import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.http.PathIds;
import dev.mastro.command.http.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Paid services away for non-payment, by the seller's people (api.md 2). */
@RestController
class DowngradeController {

    private final CommandSender commands;
    private final PathIds ids;

    DowngradeController(CommandSender commands, PathIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    /** Why somebody ends the service by hand; his events carry it beside his name. */
    record DowngradeRequest(@Text(max = 1000, mayBeBlank = true) @Nullable String reason) {}

    @PostMapping("/api/v1/accounts/{id}/downgrade")
    ResponseEntity<byte[]> downgrade(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable DowngradeRequest request,
            Call call) {
        Call reasoned = call.because(request == null ? null : request.reason());
        return commands.send(reasoned, new EndForNonPayment(ids.account(id), null));
    }
}
