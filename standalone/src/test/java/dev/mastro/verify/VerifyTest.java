package dev.mastro.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.Mastro;
import dev.mastro.RunOptions;
import dev.mastro.postgres.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verifies the log of a Mastro that runs, its export, and what it has left when it has ended. */
class VerifyTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int ACCOUNTS = 3;

    @TempDir private static Path folder;

    private static Path data;
    private static Path export;
    private static Result whileItRuns;
    private static JsonNode seal;

    /** What the program has said, and its exit code. */
    private record Result(int exitCode, String out, String err) {}

    @BeforeAll
    static void record() throws IOException {
        data = folder.resolve("data");
        export = folder.resolve("export.jsonl");
        try (Mastro mastro = Mastro.start(RunOptions.defaults().withPort(0).withData(data))) {
            for (int i = 0; i < ACCOUNTS; i++) {
                order(mastro.baseUrl());
            }
            JsonNode first =
                    JSON.readTree(get(mastro.baseUrl(), "/audit/export").lines().toList().get(1));
            proveInclusion(mastro.baseUrl(), first.at("/stored/eventId").asString());
            seal = JSON.readTree(get(mastro.baseUrl(), "/audit/seal"));
            whileItRuns = verify("--data=" + data);
            Files.writeString(export, get(mastro.baseUrl(), "/audit/export"));
            order(mastro.baseUrl());
        }
    }

    @AfterAll
    static void leave() {
        HTTP.close();
    }

    @Test
    void a_log_is_verified_while_mastro_runs() {
        assertThat(whileItRuns.err()).isEmpty();
        assertThat(whileItRuns.out())
                .contains("in one read-only snapshot", seal.at("/verifierKey").asString())
                .contains("from the data folder: who can write there can forge it; give --key")
                .contains("USD debits and credits are both")
                .contains("What no verifier can see")
                .endsWith("INTACT\n");
        assertThat(whileItRuns.exitCode()).isZero();
    }

    @Test
    void a_log_is_verified_when_mastro_has_ended_and_all_of_it_is_signed_then() {
        Result result = verify("--data", data.toString(), "--key", key());

        assertThat(result.out())
                .contains("0 events after the last checkpoint, 0 waiting for a position")
                .contains(key() + " (given)")
                .endsWith("INTACT\n");
        assertThat(result.exitCode()).isZero();
        assertThat(EmbeddedPostgres.running(data, "mastro")).isEmpty();
    }

    @Test
    void an_export_is_verified_with_the_key_and_the_copies_of_checkpoints() {
        Result result =
                verify(
                        "--export=" + export,
                        "--key=" + key(),
                        "--checkpoint=" + data.resolve("checkpoints"));

        assertThat(result.out())
                .contains("USD debits and credits are both")
                .contains("checkpoints  3 genuine, 2 came from outside of the log")
                .contains("1 checkpoints cover more than there is")
                .endsWith("INTACT\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void an_export_that_was_cut_off_is_not_intact() throws IOException {
        List<String> lines = Files.readAllLines(export);
        Path cut = folder.resolve("cut.jsonl");
        Files.write(cut, lines.subList(0, lines.size() - 3));

        Result result = verify("--export=" + cut);

        assertThat(result.out())
                .contains("signatures are NOT checked")
                .contains("1 that anybody may have written")
                .contains("NOT INTACT, the first of it at position " + (events(lines) - 1))
                .contains("the export ends here, without its last line");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--fly=1",
                "fly",
                "--key",
                "--key=none",
                "--export=/nowhere",
                "--data=/nowhere",
                "--checkpoint=/nowhere",
                "--url=jdbc:postgresql://127.0.0.1:1/nowhere",
                "--url=a --data=b"
            })
    void what_cannot_be_verified_is_one_line_and_exit_code_2(String arguments) {
        Result result = verify(arguments.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines()).singleElement().asString().startsWith("mastro: ");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void a_file_that_is_no_export_is_refused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.jsonl"), "{\"type\": \"event\"}\n");
        Path garbage = Files.writeString(folder.resolve("garbage.jsonl"), "garbage\n");

        assertThat(verify("--export=" + other).err())
                .isEqualTo("mastro: %s is no export of a log of Mastro\n".formatted(other));
        assertThat(verify("--export=" + garbage).err())
                .isEqualTo("mastro: line 1 of %s cannot be read\n".formatted(garbage));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"event\"}",
                "{\"type\": \"event\", \"position\": 1, \"stored\": null}",
                "{\"type\": \"event\", \"position\": 1, \"stored\": {\"eventId\": null}}",
                "{\"type\": \"event\", \"position\": 1, \"leafHash\": \"x\", \"stored\": {}}",
                "{\"type\": \"event\", \"posi",
                "\u0000\u0001"
            })
    void an_export_with_garbage_in_it_is_refused_by_its_line(String garbage) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(export));
        lines.set(lines.size() - 2, garbage);
        Path damaged = Files.write(folder.resolve("damaged.jsonl"), lines);

        Result result = verify("--export=" + damaged, "--key=" + key());

        assertThat(result.err())
                .isEqualTo(
                        "mastro: line %d of %s cannot be read\n"
                                .formatted(lines.size() - 1, damaged));
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void a_folder_without_checkpoints_is_no_evidence() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        Result result = verify("--export=" + export, "--checkpoint=" + empty);

        assertThat(result.err())
                .isEqualTo("mastro: there is no checkpoint (*.note) in %s\n".formatted(empty));
        assertThat(result.exitCode()).isEqualTo(2);
    }

    /** Lets a checkpoint be made that covers it. */
    private static void proveInclusion(URI api, String event) {
        assertThat(JSON.readTree(get(api, "/audit/proof/" + event)).at("/position").asLong())
                .isEqualTo(1);
    }

    private static long events(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("{\"type\":\"event\"")).count();
    }

    private static String key() {
        return seal.at("/verifierKey").asString();
    }

    private static Result verify(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Verify.run(new PrintStream(out), new PrintStream(err), arguments);
        return new Result(
                exitCode,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    private static void order(URI api) {
        String account =
                post(
                                api,
                                "/accounts",
                                """
                                {"seller": "goto", "name": "Ada Lovelace", "country": "US",
                                 "email": "ada@example.com", "currency": "USD",
                                 "paymentMethod": "tok_ok"}
                                """)
                        .path("accountId")
                        .asString();
        JsonNode ordered =
                post(
                        api,
                        "/accounts/" + account + "/orders",
                        """
                        {"changes": [{"type": "START", "product": "pro", "cycle": "MONTHLY",
                                      "licences": 5}]}
                        """);
        assertThat(ordered.isObject()).isTrue();
    }

    private static JsonNode post(URI api, String path, String body) {
        return JSON.readTree(
                send(
                        request(api, path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))));
    }

    private static String get(URI api, String path) {
        return send(request(api, path).GET());
    }

    private static HttpRequest.Builder request(URI api, String path) {
        return HttpRequest.newBuilder(URI.create(api + path)).header("Prefer", "wait=20");
    }

    private static String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isLessThan(300);
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
