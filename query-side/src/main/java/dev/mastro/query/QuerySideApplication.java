package dev.mastro.query;

import dev.mastro.query.platform.SystemClock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Starts the query side alone, against an external database. */
@SpringBootApplication(scanBasePackages = {"dev.mastro.query", "dev.mastro.eventstore"})
@Import(SystemClock.class)
public class QuerySideApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(QuerySideApplication.class)
                .properties("spring.config.name=query-side")
                .run(arguments);
    }
}
