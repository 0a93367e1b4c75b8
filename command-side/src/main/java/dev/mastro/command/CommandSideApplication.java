package dev.mastro.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the command side alone, against an external database. */
@SpringBootApplication(scanBasePackages = {"dev.mastro.command", "dev.mastro.eventstore"})
public class CommandSideApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CommandSideApplication.class, arguments);
    }
}
