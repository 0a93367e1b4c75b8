package dev.mastro.mail;

import static dev.mastro.mail.Parts.attachments;
import static dev.mastro.mail.Parts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.mastro.Mastro;
import dev.mastro.RunOptions;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OutgoingMailTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> SETTINGS =
            List.of(
                    "mastro.mail.delivery",
                    "mastro.mail.smtp.host",
                    "mastro.mail.smtp.port",
                    "mastro.mail.pay-link");

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir Path data;

    @BeforeEach
    void startServer() {
        server.start();
    }

    @AfterEach
    void stopServer() {
        SETTINGS.forEach(System::clearProperty);
        server.stop();
    }

    @Test
    void customers_get_the_mails_of_their_sellers_policy_once() throws Exception {
        useServer();
        try (Mastro mastro = Mastro.start(options())) {
            Product product = new Product(mastro.baseUrl());
            invoicesByMail(product);
            receiptsByMail(product);
            rebuild(product);
        }
        int sent = server.getReceivedMessages().length;
        try (Mastro mastro = Mastro.start(options())) {
            Product product = new Product(mastro.baseUrl());
            var _ = product.order(product.open("zoom", "later@example.com", "en-US"), "pro", 1);
            awaitMails(sent + 1);
        }

        assertThat(mailsTo("ada@example.com")).hasSize(5);
        assertThat(mailsTo("ugo@example.com")).hasSize(3);
        assertThat(mailsTo("later@example.com")).hasSize(1);
        assertThat(server.getReceivedMessages()).hasSize(9);
    }

    /** Purchase and change with the invoice, no renewal, a failed charge, and a cancellation. */
    private void invoicesByMail(Product product) throws Exception {
        String account = product.open("zoom", "ada@example.com", "en-US");
        JsonNode ordered = product.order(account, "pro", 10);
        String subscription = ordered.path("subscription").path("id").asString();
        MimeMessage purchase = mail(1);
        assertThat(purchase.getSubject()).isEqualTo("Your order with Zoom is confirmed");
        assertThat(purchase.getFrom()[0].toString()).contains("billing@zoom.example");
        assertThat(text(purchase)).contains("Hello Ada Lovelace,", "159.90 USD", "0.00 USD");
        attaches(purchase, product, ordered.path("invoice").path("number").asString());

        product.moveClock("2025-04-28T09:00:00Z");
        JsonNode changed = product.adjust(account, subscription, 12);
        MimeMessage change = mail(2);
        assertThat(change.getSubject()).isEqualTo("Your change with Zoom is confirmed");
        attaches(change, product, changed.path("invoice").path("number").asString());

        var _ = product.adjust(account, subscription, 11);
        MimeMessage later = mail(3);
        assertThat(text(later)).contains("Nothing is charged now.");
        assertThat(attachments(later)).isEmpty();

        var _ =
                product.put(
                        "/accounts/" + account + "/payment-method",
                        "{\"token\": \"tok_declined\"}");
        product.moveClock("2025-05-10T12:00:00Z");
        MimeMessage dunning = mail(4);
        assertThat(dunning.getSubject()).startsWith("Your payment for invoice INV-");
        assertThat(text(dunning))
                .contains("We will try again on 11 May 2025")
                .contains("Pay now: https://pay.example/?a=10000001&i=INV-10000001-0003");
        assertThat(dunning.getMessageID()).endsWith("@mastro>");

        var _ = product.put("/accounts/" + account + "/payment-method", "{\"token\": \"tok_ok\"}");
        var _ =
                product.post(
                        "/subscriptions/" + subscription + "/cancellation",
                        "{\"reason\": \"OTHER\"}");
        assertThat(mail(5).getSubject()).isEqualTo("Your cancellation with Zoom is confirmed");
    }

    /** The other seller sends receipts: purchase, change and renewal, here in Italian. */
    private void receiptsByMail(Product product) throws Exception {
        String account = product.open("goto", "ugo@example.com", "it-IT");
        JsonNode ordered = product.order(account, "pro", 2);
        MimeMessage purchase = mail(6);
        assertThat(purchase.getSubject()).isEqualTo("Il tuo ordine presso GoTo è confermato");
        assertThat(text(purchase)).contains("In allegato trovi la ricevuta.", "28,00 USD");
        attaches(purchase, product, ordered.path("invoice").path("number").asString());

        String subscription = ordered.path("subscription").path("id").asString();
        var _ = product.adjust(account, subscription, 3);
        assertThat(mail(7).getSubject()).isEqualTo("La tua modifica presso GoTo è confermata");

        product.moveClock("2025-06-10T13:00:00Z");
        MimeMessage renewal =
                await().atMost(PATIENCE)
                        .until(() -> lastTo("ugo@example.com"), OutgoingMailTest::isRenewal);
        assertThat(attachments(renewal)).hasSize(1);
    }

    @Test
    void without_a_server_mails_are_files_in_the_data_folder() throws IOException {
        try (Mastro mastro = Mastro.start(options())) {
            Product product = new Product(mastro.baseUrl());
            var _ = product.order(product.open("zoom", "ada@example.com", "en-US"), "pro", 1);
            Path mails = data.resolve("mail");
            await().atMost(PATIENCE).until(() -> Files.isDirectory(mails) && count(mails) == 1);
            assertThat(withDocument(mails)).isEqualTo(1);

            var _ = product.order(product.open("relief", "bo@example.com", "en-US"), "pro", 1);
            await().atMost(PATIENCE).until(() -> count(mails) == 2);
            assertThat(withDocument(mails)).isEqualTo(1);
        }
    }

    private static long withDocument(Path folder) throws IOException {
        long found = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path mail : files.toList()) {
                found += Files.readString(mail).contains("application/pdf") ? 1 : 0;
            }
        }
        return found;
    }

    private void useServer() {
        System.setProperty("mastro.mail.delivery", "SMTP");
        System.setProperty("mastro.mail.smtp.host", "127.0.0.1");
        System.setProperty("mastro.mail.smtp.port", "" + server.getSmtp().getPort());
        System.setProperty("mastro.mail.pay-link", "https://pay.example/?a={account}&i={invoice}");
    }

    private RunOptions options() {
        return RunOptions.defaults()
                .withPort(0)
                .withData(data)
                .withClockStart(Instant.parse("2025-04-10T09:00:00Z"));
    }

    private static void rebuild(Product product) {
        for (JsonNode projection : product.get("/projections").path("items")) {
            String name = projection.path("name").asString();
            var _ = product.post("/projections/" + name + "/rebuild", "");
        }
        await().atMost(PATIENCE)
                .until(() ->
                        product.get("/projections")
                                .path("items")
                                .valueStream()
                                .allMatch(one -> one.path("status").asString().equals("RUNNING")));
    }

    private static boolean isRenewal(MimeMessage mail) {
        try {
            return mail.getSubject().equals("Il tuo abbonamento presso GoTo è stato rinnovato");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml")).count();
        }
    }

    private MimeMessage mail(int count) {
        awaitMails(count);
        return server.getReceivedMessages()[count - 1];
    }

    private void awaitMails(int count) {
        assertThat(server.waitForIncomingEmail(PATIENCE.toMillis(), count))
                .as("mail %d", count)
                .isTrue();
    }

    private MimeMessage lastTo(String address) throws MessagingException {
        return mailsTo(address).getLast();
    }

    private List<MimeMessage> mailsTo(String address) throws MessagingException {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().equals(address)) {
                found.add(mail);
            }
        }
        return found;
    }

    private static void attaches(MimeMessage mail, Product product, String number)
            throws Exception {
        List<BodyPart> files = attachments(mail);
        assertThat(files).hasSize(1);
        assertThat(files.getFirst().getFileName()).isEqualTo(number + ".pdf");
        assertThat(files.getFirst().getInputStream().readAllBytes())
                .isEqualTo(product.file("/invoices/" + number + ".pdf"));
    }
}
