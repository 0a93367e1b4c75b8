package dev.mastro.command.billing;

import dev.mastro.command.http.Problem;
import dev.mastro.command.http.ReadYourWrites;
import dev.mastro.eventstore.platform.SimulatedClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The simulated clock: moving it does everything that falls due on the way (api.md 7). */
@RestController
@RequestMapping("/api/v1/clock")
class ClockController {

    /** Who has moved the clock looks next at what that did. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Clock clock;
    private final BillingRuns runs;
    private final ReadYourWrites readYourWrites;

    ClockController(Clock clock, BillingRuns runs, ReadYourWrites readYourWrites) {
        this.clock = clock;
        this.runs = runs;
        this.readYourWrites = readYourWrites;
    }

    /** Where the clock is to go. */
    record MoveRequest(@Nullable Instant now) {}

    /** What the time is. */
    record Time(Instant now, boolean simulated) {}

    /** What the time is and what moving there has done. */
    record Moved(Instant now, BillingRun run) {}

    @GetMapping
    Time show() {
        return new Time(clock.instant(), clock instanceof SimulatedClock);
    }

    @PutMapping
    ResponseEntity<?> move(@RequestBody MoveRequest request) {
        if (!(clock instanceof SimulatedClock simulated)) {
            return Problem.of(
                            HttpStatus.CONFLICT,
                            "CLOCK_IS_REAL",
                            "This clock tells the real time and cannot be moved.",
                            Map.of())
                    .answer();
        }
        Instant now = request.now();
        if (now == null) {
            return Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "MISSING_FIELD",
                            "now is missing.",
                            Map.of("field", "now"))
                    .answer();
        }
        return now.isBefore(simulated.instant()) ? backwards(simulated) : moved(simulated, now);
    }

    private ResponseEntity<?> moved(SimulatedClock simulated, Instant target) {
        BillingRun run = runs.move(simulated, target);
        var _ = readYourWrites.within(PATIENCE);
        return ResponseEntity.ok(new Moved(simulated.instant(), run));
    }

    private static ResponseEntity<?> backwards(SimulatedClock simulated) {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "CLOCK_ONLY_FORWARD",
                        "Time does not go back.",
                        Map.of("now", simulated.instant()))
                .answer();
    }
}
