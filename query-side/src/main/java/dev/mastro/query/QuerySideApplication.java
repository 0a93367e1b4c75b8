package dev.mastro.query;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the query side alone, against an external database. */
@SpringBootApplication(scanBasePackages = {"dev.mastro.query", "dev.mastro.eventstore"})
public class QuerySideApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(QuerySideApplication.class)
                .properties("spring.config.name=query-side")
                .run(arguments);
    }
}
