package dev.mastro.command.platform;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.mastro.command.billing.BillingRuns;
import dev.mastro.command.due.DueSettings;
import dev.mastro.command.payment.UnusedReservations;
import dev.mastro.eventstore.platform.SimulatedClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts billing runs by the real clock, on one process of all at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DueSettings.class)
class BillingConfiguration {

    @Bean
    DbSchedulerCustomizer schedulerCustomizer() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new Jackson3Serializer());
            }
        };
    }

    /** A simulated clock starts its runs itself, when it is moved. */
    @Bean
    Task<Void> billingRun(BillingRuns runs, Clock clock) {
        return Tasks.recurring("billing-run", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    if (!(clock instanceof SimulatedClock)) {
                        runs.runNow();
                    }
                });
    }

    /** In real time, as cards are, whatever the ledger's clock says. */
    @Bean
    Task<Void> lettingGoOfReservations(UnusedReservations reservations) {
        return Tasks.recurring("unused-reservations", FixedDelay.of(Duration.ofMinutes(15)))
                .execute((instance, context) -> reservations.letGo());
    }
}
