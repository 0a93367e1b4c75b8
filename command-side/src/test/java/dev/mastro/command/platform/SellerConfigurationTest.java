package dev.mastro.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.command.catalog.Sellers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class SellerConfigurationTest {

    @TempDir private Path folder;

    @Test
    void the_sellers_of_the_class_path_are_there_without_any_setting() {
        try (ConfigurableApplicationContext context = start("")) {
            assertThat(context.getBean(Sellers.class).find("zoom")).isPresent();
        }
    }

    @Test
    void a_mistake_stops_the_start_with_one_line_and_no_stack_trace(CapturedOutput output)
            throws IOException {
        Path file = folder.resolve("acme.yaml");
        Files.writeString(file, "code: acme\nname: Acme\nstate: IE\nprice: 5\n");

        assertThatThrownBy(() -> start(folder.toString())).isInstanceOf(RuntimeException.class);

        assertThat(output.getErr())
                .isEqualToIgnoringNewLines(
                        "mastro: "
                                + file
                                + ":4: price: unknown key, known are [code, name, state,"
                                + " letterhead, contacts, taxRates, policies, catalogs]");
        assertThat(output.getOut()).doesNotContain("\tat ");
    }

    private static ConfigurableApplicationContext start(String dir) {
        return new SpringApplicationBuilder(SellerConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.location=optional:classpath:/none/",
                        "mastro.sellers.dir=" + dir)
                .run();
    }
}
