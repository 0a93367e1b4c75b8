package dev.mastro.mail;

import static dev.mastro.mail.AnsweringServer.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.mastro.Mastro;
import dev.mastro.RunOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What becomes of a mail when its server says no, not now, or nothing. */
class MailServerAnswersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PUT_OFF = 3;

    @TempDir Path folder;

    @AfterEach
    void forgetSettings() {
        settings(0).keySet().forEach(System::clearProperty);
    }

    @Test
    void a_refused_mail_is_noted_and_holds_up_no_other() throws Exception {
        try (AnsweringServer server =
                        AnsweringServer.start(
                                to -> to.startsWith("gone") ? "550 no such person" : TAKEN,
                                mail ->
                                        mail.recipient().startsWith("full")
                                                ? "554 not in this house"
                                                : TAKEN);
                Mastro mastro = start(server)) {
            Product product = new Product(mastro.baseUrl());
            String gone = ordered(product, "gone@example.com");
            String full = ordered(product, "full@example.com");
            String well = ordered(product, "well@example.com");

            awaitState(product, well, "SENT");
            awaitState(product, gone, "FAILED");
            awaitState(product, full, "FAILED");
            assertThat(onlyMail(product, gone).path("failure").asString())
                    .isEqualTo("ADDRESS_REFUSED");
            assertThat(product.get("/mails").path("items").valueStream())
                    .extracting(
                            mail -> mail.path("accountId").asString(),
                            mail -> mail.path("failure").asString(),
                            mail -> mail.path("attempts").asInt())
                    .containsExactly(tuple(gone, "ADDRESS_REFUSED", 1), tuple(full, "REFUSED", 1));
            assertThat(server.received("gone@example.com")).isEmpty();
            assertThat(server.received("full@example.com")).hasSize(1);
        }
    }

    @Test
    void a_mail_that_is_put_off_is_tried_again_after_ever_longer_pauses() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        try (AnsweringServer server =
                        AnsweringServer.start(
                                _ -> TAKEN,
                                _ ->
                                        attempts.incrementAndGet() <= PUT_OFF
                                                ? "451 not now"
                                                : TAKEN);
                Mastro mastro = start(server)) {
            Product product = new Product(mastro.baseUrl());
            String account = ordered(product, "ada@example.com");
            await().atMost(PATIENCE)
                    .until(() ->
                            onlyMail(product, account)
                                    .path("failure")
                                    .asString("")
                                    .equals("NOT_NOW"));
            assertThat(onlyMail(product, account).path("nextAttemptAt").asString()).isNotBlank();

            awaitState(product, account, "SENT");
            List<AnsweringServer.Mail> mails = server.received("ada@example.com");
            assertThat(mails).hasSize(PUT_OFF + 1);
            assertThat(pauses(mails).getFirst()).isGreaterThan(Duration.ofMillis(500));
            assertThat(pauses(mails).get(1)).isGreaterThan(Duration.ofSeconds(1));
            assertThat(pauses(mails).get(2)).isGreaterThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void a_kill_between_sending_and_noting_sends_one_more_copy_with_the_same_id() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean silent = new AtomicBoolean(true);
        try (AnsweringServer server =
                AnsweringServer.start(_ -> TAKEN, _ -> silent.get() ? noAnswer(never) : TAKEN)) {
            String account;
            try (ChildProcess child = child(server)) {
                account = ordered(new Product(child.baseUrl()), "ada@example.com");
                await().atMost(PATIENCE)
                        .until(() -> server.received("ada@example.com").size() == 1);
                var _ = child.kill();
            }
            silent.set(false);
            never.countDown();
            try (ChildProcess child = child(server)) {
                Product product = new Product(child.baseUrl());
                awaitState(product, account, "SENT");
                awaitState(product, ordered(product, "later@example.com"), "SENT");

                assertThat(server.received("later@example.com")).hasSize(1);
                String cause = onlyMail(product, account).path("cause").asString();
                assertThat(server.received("ada@example.com"))
                        .extracting(AnsweringServer.Mail::id)
                        .containsExactly("<" + cause + "@mastro>", "<" + cause + "@mastro>");
            }
        }
    }

    private static String noAnswer(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return "421 too late";
    }

    private static List<Duration> pauses(List<AnsweringServer.Mail> mails) {
        List<Duration> pauses = new ArrayList<>();
        for (int i = 1; i < mails.size(); i++) {
            pauses.add(Duration.ofNanos(mails.get(i).nanos() - mails.get(i - 1).nanos()));
        }
        return pauses;
    }

    private static String ordered(Product product, String email) {
        String account = product.open("zoom", email, "en-US");
        var _ = product.order(account, "pro", 1);
        return account;
    }

    private static void awaitState(Product product, String account, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(onlyMail(product, account).toString())
                                .contains("\"state\":\"" + state + "\""));
    }

    private static JsonNode onlyMail(Product product, String account) {
        return product.get("/accounts/" + account + "/mails").path("items").path(0);
    }

    private Mastro start(AnsweringServer server) {
        settings(server.port()).forEach(System::setProperty);
        return Mastro.start(
                RunOptions.defaults()
                        .withPort(0)
                        .withData(folder.resolve("data"))
                        .withClockStart(Instant.parse("2025-04-10T09:00:00Z")));
    }

    private ChildProcess child(AnsweringServer server) throws Exception {
        return ChildProcess.start(
                folder.resolve("data"),
                folder.resolve("log.txt"),
                settings(server.port()).entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private static Map<String, String> settings(int port) {
        return Map.of(
                "mastro.mail.delivery", "SMTP",
                "mastro.mail.smtp.host", "127.0.0.1",
                "mastro.mail.smtp.port", "" + port,
                "mastro.mail.first-retry", "500ms",
                "mastro.mail.lease", "2s");
    }
}
