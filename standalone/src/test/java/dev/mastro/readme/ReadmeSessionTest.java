package dev.mastro.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mastro.Mastro;
import dev.mastro.RunOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadmeSessionTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CLOCK = Pattern.compile("\\./mastro run --clock=(\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> names = new HashMap<>();

    @Test
    void the_conversation_of_the_readme_is_what_happens() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        Matcher clock = CLOCK.matcher(readme);
        assertThat(clock.find()).isTrue();
        RunOptions options =
                RunOptions.defaults()
                        .withPort(0)
                        .withData(folder)
                        .withClockStart(Instant.parse(clock.group(1)));
        List<Step> steps = Step.in(readme);
        assertThat(steps).hasSizeGreaterThan(8);

        try (Mastro mastro = Mastro.start(options)) {
            names.put("API", mastro.baseUrl().toString());
            steps.forEach(this::happens);
        }
    }

    /** A person reads slower than read models follow, so a question may be asked again. */
    private void happens(Step step) {
        List<String> words = step.words(names);
        JsonNode shown = JSON.readTree(step.shown());
        if (words.contains("--json")) {
            JsonNode answer = answer(words);
            assertThat(Shown.matches(shown, answer, names))
                    .as("%s%n%s", step.command(), answer)
                    .isTrue();
        } else {
            await(step.command())
                    .atMost(PATIENCE)
                    .until(() -> Shown.matches(shown, answer(words), names));
        }
    }

    private JsonNode answer(List<String> words) {
        try {
            return JSON.readTree(http.send(request(words), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest request(List<String> words) {
        assertThat(words).startsWith("curl", "-s");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(words.get(2)));
        int body = words.indexOf("--json");
        if (body < 0) {
            return request.build();
        }
        int method = words.indexOf("-X");
        return request.header("Content-Type", "application/json")
                .method(
                        method < 0 ? "POST" : words.get(method + 1),
                        BodyPublishers.ofString(words.get(body + 1)))
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{'due': '12.79'}   | {'due': '12.79', 'tax': '0.00'}   | true",
                "{'due': '12.79'}   | {'due': '12.80'}                  | false",
                "{'due': '12.79'}   | {'tax': '12.79'}                  | false",
                "{'due': 1}         | {'due': '1'}                      | false",
                "[2, 4]             | [1, 2, 3, 4]                      | true",
                "[4, 2]             | [1, 2, 3, 4]                      | false",
                "[2, 2]             | [2]                               | false",
                "['$A', '$A']       | ['x', 'x']                        | true",
                "['$A', '$A']       | ['x', 'y']                        | false"
            })
    void an_answer_is_compared_with_what_is_shown(String shown, String answer, boolean matches) {
        assertThat(Shown.matches(json(shown), json(answer), new HashMap<>())).isEqualTo(matches);
    }

    @Test
    void a_command_is_taken_apart_as_a_shell_does() {
        Step step = new Step("curl -s \"$API/x?a=1\" --json '{\"of\": \"'$ID'\"}'\n", "{}");

        assertThat(step.words(Map.of("API", "http://here", "ID", "7")))
                .containsExactly("curl", "-s", "http://here/x?a=1", "--json", "{\"of\": \"7\"}");
        assertThatThrownBy(() -> step.words(Map.of("API", "http://here")))
                .hasMessageContaining("$ID");
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
