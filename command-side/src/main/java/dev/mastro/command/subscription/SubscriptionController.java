package dev.mastro.command.subscription;

import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.http.PathIds;
import dev.mastro.command.http.PathIds.HeldSubscription;
import dev.mastro.command.http.Text;
import dev.mastro.command.subscription.SubscriptionCommands.AssignLicence;
import dev.mastro.command.subscription.SubscriptionCommands.Reactivate;
import dev.mastro.command.subscription.SubscriptionCommands.RecordUsage;
import dev.mastro.command.subscription.SubscriptionCommands.RequestCancellation;
import dev.mastro.command.subscription.SubscriptionCommands.UnassignLicence;
import dev.mastro.command.subscription.SubscriptionCommands.WithdrawPendingChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Renewal off and on, scheduled changes back, licences to users (api.md 4). */
@RestController
@RequestMapping("/api/v1/subscriptions/{id}")
class SubscriptionController {

    private final CommandSender commands;
    private final PathIds ids;

    SubscriptionController(CommandSender commands, PathIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    /** Why, for which the seller may ask; and whether it ends now and is paid back. */
    record CancellationRequest(
            @Text(max = 1000, mayBeBlank = true) @Nullable String reason,
            @Nullable Boolean refund) {}

    /** When the service was used. */
    record UsageRequest(Instant usedAt) {}

    @PostMapping("/cancellation")
    ResponseEntity<byte[]> cancel(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable CancellationRequest request,
            Call call) {
        HeldSubscription held = ids.subscription(id);
        String reason = request == null ? null : request.reason();
        if (request != null && Boolean.TRUE.equals(request.refund())) {
            return commands.sendAfterDueWork(
                    call, new CancelAndRefund(held.account(), held.id(), reason));
        }
        return commands.sendAfterDueWork(
                call, new RequestCancellation(held.account(), held.id(), reason));
    }

    @DeleteMapping("/cancellation")
    ResponseEntity<byte[]> reactivate(@PathVariable String id, Call call) {
        HeldSubscription held = ids.subscription(id);
        return commands.sendAfterDueWork(call, new Reactivate(held.account(), held.id()));
    }

    @DeleteMapping("/pending-change")
    ResponseEntity<byte[]> withdraw(@PathVariable String id, Call call) {
        HeldSubscription held = ids.subscription(id);
        return commands.sendAfterDueWork(
                call, new WithdrawPendingChange(held.account(), held.id()));
    }

    @PostMapping("/usage")
    ResponseEntity<byte[]> use(
            @PathVariable String id, @RequestBody UsageRequest request, Call call) {
        HeldSubscription held = ids.subscription(id);
        return commands.sendAfterDueWork(
                call, new RecordUsage(held.account(), held.id(), request.usedAt()));
    }

    @PutMapping("/licences/{user}")
    ResponseEntity<byte[]> assign(@PathVariable String id, @PathVariable String user, Call call) {
        HeldSubscription held = ids.subscription(id);
        return commands.send(
                call, new AssignLicence(held.account(), held.id(), PathIds.text("user", user)));
    }

    @DeleteMapping("/licences/{user}")
    ResponseEntity<byte[]> unassign(@PathVariable String id, @PathVariable String user, Call call) {
        HeldSubscription held = ids.subscription(id);
        return commands.send(
                call, new UnassignLicence(held.account(), held.id(), PathIds.text("user", user)));
    }
}
