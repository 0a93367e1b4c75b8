package dev.mastro.query.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import dev.mastro.shared.account.BillingDetails;
import dev.mastro.shared.account.BillingDetailsChanged;
import dev.mastro.shared.invoice.PaymentMissed;
import dev.mastro.shared.subscription.CancellationRequested;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MailIT {

    private static final LocalDate MARCH_31 = LocalDate.parse("2025-03-31");
    private static final LocalDate APRIL_30 = LocalDate.parse("2025-04-30");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Story ANNA = new Story(1);

    @TempDir Path folder;

    @Test
    void mails_are_files_that_a_rebuild_and_another_start_leave_alone() throws IOException {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        try (QuerySide querySide = toFolder(database)) {
            querySide.record(ANNA.opened(MARCH_31));
            querySide.record(ANNA.ordered(MARCH_31, APRIL_30));
            querySide.record(missed(ANNA));
            querySide.record(cancelled(ANNA));
            awaitStates(querySide, ANNA, "SENT", "SENT", "SENT");
            querySide.caughtUp();
            for (JsonNode projection : querySide.get("/projections").body().path("items")) {
                var _ =
                        querySide.post(
                                "/projections/" + projection.path("name").asString() + "/rebuild");
            }
            querySide.caughtUp();
            assertThat(querySide.post("/projections/mail/rebuild").status()).isEqualTo(404);
        }
        List<Path> before = files();
        try (QuerySide querySide = toFolder(database)) {
            Story bert = new Story(2);
            querySide.record(bert.opened(MARCH_31));
            querySide.record(bert.ordered(MARCH_31, APRIL_30));
            awaitStates(querySide, bert, "SENT");
            awaitStates(querySide, ANNA, "SENT", "SENT", "SENT");
        }

        assertThat(before).hasSize(3);
        assertThat(files()).hasSize(4).containsAll(before);
        assertThat(before.stream().map(MailIT::read))
                .anyMatch(mail -> mail.contains("Subject: Your cancellation with Zoom"))
                .anyMatch(mail -> mail.contains("Subject: Your payment for invoice A-0001-0001"))
                .allMatch(mail -> mail.contains("To: c1@example.com"))
                .allMatch(mail -> mail.contains("@mastro>"));
    }

    @Test
    void what_a_mail_server_does_not_take_waits_until_it_does() {
        GreenMail server =
                new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        int port = server.getSmtp().getPort();
        server.stop();
        Map<String, Object> settings =
                Map.of(
                        "mastro.mail.delivery", "SMTP",
                        "mastro.mail.first-retry", "100ms",
                        "mastro.mail.smtp.host", "127.0.0.1",
                        "mastro.mail.smtp.port", port);
        Database database = EmbeddedPostgres.shared().freshDatabase();
        try (QuerySide querySide = QuerySide.start(database, settings)) {
            querySide.record(ANNA.opened(MARCH_31));
            querySide.record(ANNA.ordered(MARCH_31, APRIL_30));
            await().atMost(PATIENCE)
                    .until(() -> "SERVER_NOT_REACHED".equals(first(querySide, "failure")));
            server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            awaitStates(querySide, ANNA, "SENT");
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void an_address_that_is_none_is_noted_and_not_tried_again() {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        try (QuerySide querySide = toFolder(database)) {
            querySide.record(ANNA.opened(MARCH_31));
            querySide.record(
                    new BillingDetailsChanged(
                            ANNA.account(),
                            new BillingDetails("Anna", "nobody, at all", null, null, null, null),
                            MARCH_31));
            querySide.record(ANNA.ordered(MARCH_31, APRIL_30));

            awaitStates(querySide, ANNA, "FAILED");
            assertThat(first(querySide, "failure")).isEqualTo("NO_ADDRESS");
        }
    }

    @Test
    void whoever_comes_later_mails_nothing_old() {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        try (QuerySide off = QuerySide.start(database)) {
            off.record(ANNA.opened(MARCH_31));
            off.record(ANNA.ordered(MARCH_31, APRIL_30));
            off.caughtUp();
        }
        try (QuerySide querySide = toFolder(database)) {
            Story bert = new Story(2);
            querySide.record(bert.opened(MARCH_31));
            querySide.record(bert.ordered(MARCH_31, APRIL_30));
            awaitStates(querySide, bert, "SENT");
            awaitStates(querySide, ANNA);
        }

        assertThat(files()).hasSize(1);
    }

    private QuerySide toFolder(Database database) {
        Map<String, Object> settings =
                Map.of("mastro.mail.delivery", "FOLDER", "mastro.mail.folder", folder.toString());
        return QuerySide.start(database, settings);
    }

    private static PaymentMissed missed(Story who) {
        return new PaymentMissed(
                who.invoice(1), who.account(), 1, "card_declined", APRIL_30, MARCH_31);
    }

    private static CancellationRequested cancelled(Story who) {
        return new CancellationRequested(
                who.subscription(), who.account(), "OTHER", APRIL_30, MARCH_31);
    }

    private static void awaitStates(QuerySide querySide, Story who, String... states) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(
                                        mails(querySide, who).stream()
                                                .map(mail -> mail.path("state").asString()))
                                .containsExactly(states));
    }

    private static List<JsonNode> mails(QuerySide querySide, Story who) {
        return querySide
                .get("/accounts/" + who.account() + "/mails")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static String first(QuerySide querySide, String field) {
        return mails(querySide, ANNA).stream()
                .map(mail -> mail.path(field).asString(""))
                .findFirst()
                .orElse("");
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
