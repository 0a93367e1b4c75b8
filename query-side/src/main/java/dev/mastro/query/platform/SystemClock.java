package dev.mastro.query.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;

/** The clock of a query side that runs alone; imported, never found by scanning. */
public class SystemClock {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
