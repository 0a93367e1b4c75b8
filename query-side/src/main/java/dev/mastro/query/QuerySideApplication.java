package dev.mastro.query;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the query side alone, against an external database. */
@SpringBootApplication(scanBasePackages = {"dev.mastro.query", "dev.mastro.eventstore"})
public class QuerySideApplication {

    /** The settings file has a name of its own, so that both sides fit on one class path. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(QuerySideApplication.class)
                .properties("spring.config.name=query-process");
    }

    public static void main(String[] arguments) {
        builder().run(arguments);
    }
}
