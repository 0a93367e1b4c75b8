package dev.mastro.query.platform;

import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down while anything is put aside: the books are incomplete, and somebody has to look. The process
 * stays in service all the same, because all other accounts are right.
 */
@Component("lettersWaiting")
class LettersHealth implements HealthIndicator {

    private final Letters letters;

    LettersHealth(Letters letters) {
        this.letters = letters;
    }

    @Override
    public Health health() {
        Map<String, Long> counts = letters.counts();
        return (counts.isEmpty() ? Health.up() : Health.down()).withDetails(counts).build();
    }
}
