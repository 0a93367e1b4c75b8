package dev.mastro.mail;

import static dev.mastro.mail.Parts.attachments;
import static dev.mastro.mail.Parts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.Mastro;
import dev.mastro.RunOptions;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CreditNoteMailTest {

    /** The seller of the chaos suite. */
    private static final Path SERIAL =
            Path.of("..", "chaos", "src", "main", "resources", "sellers", "serial.yaml");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    @AfterEach
    void forgetSettings() {
        System.clearProperty("mastro.sellers.dir");
    }

    @Test
    void whoever_gets_his_money_back_is_sent_the_credit_note() throws Exception {
        System.setProperty("mastro.sellers.dir", seller("CANCELLATION").toString());
        try (Mastro mastro = Mastro.start(options())) {
            Product product = new Product(mastro.baseUrl());
            String account = product.open("writer", "ada@example.com", "it-IT");
            String subscription = ordered(product, account);
            var _ =
                    product.post(
                            "/subscriptions/" + subscription + "/cancellation",
                            "{\"reason\": \"OTHER\", \"refund\": true}");

            MimeMessage mail = onlyMail();
            String number = creditNote(product, account);
            assertThat(mail.getSubject()).isEqualTo("La tua disdetta presso Writer è confermata");
            assertThat(text(mail))
                    .contains("ti viene restituito", "In allegato trovi la nota di credito.")
                    .contains(number, "50,00 USD")
                    .doesNotContain("riattivarlo");
            assertAttached(mail, product, "/credit-notes/", number);
        }
    }

    @Test
    void a_change_that_gives_back_is_confirmed_with_the_credit_note() throws Exception {
        System.setProperty("mastro.sellers.dir", seller("CHANGE").toString());
        try (Mastro mastro = Mastro.start(options())) {
            Product product = new Product(mastro.baseUrl());
            String account = product.open("writer", "ada@example.com", "en-US");
            String subscription = ordered(product, account);
            product.moveClock("2025-04-25T09:00:00Z");
            JsonNode changed = product.adjust(account, subscription, 3);

            MimeMessage mail = onlyMail();
            String number = creditNote(product, account);
            assertThat(mail.getSubject()).isEqualTo("Your change with Writer is confirmed");
            assertThat(text(mail))
                    .contains("Your receipt is attached.", "Your credit note is attached.")
                    .contains(number, "25.00 USD");
            assertAttached(
                    mail, product, "/invoices/", changed.path("invoice").path("number").asString());
            assertAttached(mail, product, "/credit-notes/", number);
        }
    }

    private static String ordered(Product product, String account) {
        return product.order(account, "pro", 5).path("subscription").path("id").asString();
    }

    private static void assertAttached(
            MimeMessage mail, Product product, String path, String number) throws Exception {
        BodyPart file =
                attachments(mail).stream()
                        .filter(part -> name(part).equals(number + ".pdf"))
                        .findFirst()
                        .orElseThrow();
        assertThat(file.getInputStream().readAllBytes())
                .isEqualTo(product.file(path + number + ".pdf"));
    }

    private static String name(BodyPart part) {
        try {
            return part.getFileName();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A test seller who gives back at once and mails nothing, but for his mails. */
    private Path seller(String mailedOccasion) throws IOException {
        Path sellers = Files.createDirectory(folder.resolve("sellers"));
        String writer =
                Files.readString(SERIAL)
                        .replace("code: serial", "code: writer")
                        .replace("name: Serial", "name: Writer")
                        .replace("mails: []", "mails: [" + mailedOccasion + "]")
                        .replace("mailAttachesDocument: false", "mailAttachesDocument: true");
        Files.writeString(sellers.resolve("writer.yaml"), writer);
        return sellers;
    }

    private static String creditNote(Product product, String account) {
        return product.get("/accounts/" + account + "/invoices")
                .path("items")
                .path(0)
                .path("creditNotes")
                .path(0)
                .path("number")
                .asString();
    }

    private RunOptions options() {
        return RunOptions.defaults()
                .withPort(0)
                .withData(folder.resolve("data"))
                .withClockStart(Instant.parse("2025-04-10T09:00:00Z"));
    }

    private MimeMessage onlyMail() throws Exception {
        await().atMost(PATIENCE).until(() -> mails().size() == 1);
        try (InputStream file = Files.newInputStream(mails().getFirst())) {
            return new MimeMessage(Session.getInstance(new Properties()), file);
        }
    }

    private List<Path> mails() throws IOException {
        Path mails = folder.resolve("data").resolve("mail");
        if (!Files.isDirectory(mails)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(mails)) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }
}
