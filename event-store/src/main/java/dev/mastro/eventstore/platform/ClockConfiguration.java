package dev.mastro.eventstore.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of a process: {@code mastro.clock=real} or {@code simulated}. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** Not called "clock": the scheduler of the billing run has a bean of that name. */
    @Bean
    @DependsOnDatabaseInitialization
    Clock ledgerClock(
            DataSource dataSource,
            @Value("${mastro.clock:real}") String kind,
            @Value("${mastro.clock.start:}") String start) {
        return switch (kind) {
            case "real" -> Clock.systemUTC();
            case "simulated" -> SimulatedClock.continued(dataSource, startOf(start));
            default ->
                    throw new IllegalStateException(
                            "mastro.clock is " + kind + ", but must be real or simulated");
        };
    }

    private static Instant startOf(String start) {
        try {
            return start.isBlank() ? Clock.systemUTC().instant() : Instant.parse(start);
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(
                    "mastro.clock.start is " + start + ", but must be an instant", e);
        }
    }
}
