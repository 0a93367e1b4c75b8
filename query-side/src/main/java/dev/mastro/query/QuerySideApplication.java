package dev.mastro.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the query side alone, against an external database. */
@SpringBootApplication(scanBasePackages = {"dev.mastro.query", "dev.mastro.eventstore"})
public class QuerySideApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(QuerySideApplication.class, arguments);
    }
}
