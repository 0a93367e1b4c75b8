package dev.mastro.command.billing;

import dev.mastro.command.http.Problem;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Billing runs by hand, and how far they have come (api.md 7). */
@RestController
class BillingRunController {

    private final BillingRuns runs;
    private final Clock clock;

    BillingRunController(BillingRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** Through which instant what is due is done; now where none is given. */
    record RunRequest(@Nullable Instant through) {}

    @PostMapping("/api/v1/billing-runs")
    ResponseEntity<?> start(@RequestBody(required = false) @Nullable RunRequest request) {
        Instant now = clock.instant();
        Instant through = request == null || request.through() == null ? now : request.through();
        if (through.isAfter(now)) {
            return Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "THROUGH_IN_THE_FUTURE",
                            "Nothing is billed before its time.",
                            Map.of("through", through, "now", now))
                    .answer();
        }
        BillingRun run = runs.start(through);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/billing-runs/" + run.id()))
                .body(run);
    }

    @GetMapping("/api/v1/billing-runs/{id}")
    ResponseEntity<?> show(@PathVariable String id) {
        return id.matches("[0-9]{1,18}") ? found(Long.parseLong(id)) : unknown(id);
    }

    private ResponseEntity<?> found(long id) {
        var run = runs.find(id);
        return run.isPresent() ? ResponseEntity.ok(run.get()) : unknown(Long.toString(id));
    }

    private static ResponseEntity<?> unknown(String id) {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "BILLING_RUN_UNKNOWN",
                        "There is no such billing run.",
                        Map.of("id", id))
                .answer();
    }
}
