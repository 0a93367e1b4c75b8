package dev.mastro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class GreetingTest {

    private static final Pattern REQUEST =
            Pattern.compile(
                    "curl -s (\\S+) -H 'Content-Type: application/json' \\\\\\s+-d '([^']+)'");

    @TempDir Path folder;

    @Test
    void the_two_requests_of_the_greeting_work() throws Exception {
        RunOptions options =
                RunOptions.defaults()
                        .withPort(0)
                        .withData(folder)
                        .withClockStart(Instant.parse("2025-04-10T09:00:00Z"));
        try (Mastro mastro = Mastro.start(options)) {
            List<MatchResult> requests =
                    REQUEST.matcher(Greeting.of(mastro.baseUrl(), options)).results().toList();
            assertThat(requests).hasSize(2);

            HttpResponse<String> opened = send(requests.getFirst(), "");
            assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
            String account = new JsonMapper().readTree(opened.body()).path("accountId").asString();
            HttpResponse<String> quote = send(requests.getLast(), account);
            assertThat(quote.body()).contains("\"47.97\"");
        }
    }

    private static HttpResponse<String> send(MatchResult request, String account)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(request.group(1).replace("ACCOUNT", account)))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(request.group(2)))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
