package dev.mastro.command;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the command side alone, against an external database. */
@SpringBootApplication(scanBasePackages = {"dev.mastro.command", "dev.mastro.eventstore"})
public class CommandSideApplication {

    /** The settings file has a name of its own, so that both sides fit on one class path. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(CommandSideApplication.class)
                .properties("spring.config.name=command-process");
    }

    public static void main(String[] arguments) {
        builder().run(arguments);
    }
}
