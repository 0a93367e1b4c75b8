package dev.mastro.query.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.query.QuerySide;
import dev.mastro.query.QuerySide.Answer;
import dev.mastro.query.Story;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

class DocumentsIT {

    private static final LocalDate MARCH_31 = LocalDate.parse("2025-03-31");
    private static final LocalDate APRIL_30 = LocalDate.parse("2025-04-30");
    private static final LocalDate MAY_31 = LocalDate.parse("2025-05-31");
    private static final Story ANNA = new Story(1);

    private static QuerySide querySide;

    @BeforeAll
    static void start() {
        querySide = QuerySide.start();
        querySide.record(ANNA.opened(MARCH_31));
        querySide.record(ANNA.ordered(MARCH_31, APRIL_30));
        querySide.record(ANNA.renewed(2, MARCH_31, APRIL_30, MAY_31));
        querySide.caughtUp();
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    @Test
    void an_invoice_is_the_same_file_at_every_download_and_after_a_rebuild() {
        HttpResponse<byte[]> first = querySide.file("/invoices/A-0001-0001.pdf");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(first.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("A-0001-0001.pdf"));
        var _ = querySide.post("/projections/documents/rebuild");
        querySide.caughtUp();
        assertThat(querySide.file("/invoices/a-0001-0001.pdf").body()).isEqualTo(first.body());
        assertThat(querySide.file("/invoices/" + ANNA.invoice(1) + ".pdf").body())
                .isEqualTo(first.body());
    }

    @Test
    void the_hash_of_what_was_handed_out_is_in_one_event() throws Exception {
        byte[] file = querySide.file("/invoices/A-0001-0001.pdf").body();
        querySide.caughtUp();

        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        assertThat(sealed("A-0001-0001")).containsOnlyOnce(hash);
    }

    @Test
    void a_payment_makes_a_new_edition_and_leaves_the_issued_one() {
        byte[] issued = querySide.file("/invoices/A-0001-0002.pdf").body();
        querySide.record(ANNA.paid(2, MAY_31));
        querySide.caughtUp();

        byte[] current = querySide.file("/invoices/A-0001-0002.pdf").body();
        querySide.caughtUp();
        assertThat(current).isNotEqualTo(issued);
        assertThat(querySide.file("/invoices/A-0001-0002.pdf?edition=issued").body())
                .isEqualTo(issued);
        assertThat(sealed("A-0001-0002")).hasSize(2);
    }

    @Test
    void a_payment_has_a_receipt() {
        querySide.record(new Story(2).opened(MARCH_31));
        querySide.record(new Story(2).ordered(MARCH_31, APRIL_30));
        querySide.record(new Story(2).paid(1, MARCH_31));
        querySide.caughtUp();

        HttpResponse<byte[]> receipt = querySide.file("/payments/pay-2-1/receipt.pdf");
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(querySide.file("/payments/pay-2-1/receipt.pdf").body())
                .isEqualTo(receipt.body());
    }

    @Test
    void many_who_ask_at_once_get_the_same_file_and_seal_it_once() throws Exception {
        querySide.record(new Story(3).opened(MARCH_31));
        querySide.record(new Story(3).ordered(MARCH_31, APRIL_30));
        querySide.caughtUp();
        List<Future<byte[]>> asked = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 8; i++) {
                asked.add(people.submit(() -> querySide.file("/invoices/A-0003-0001.pdf").body()));
            }
        }

        for (Future<byte[]> answer : asked) {
            assertThat(answer.get()).isEqualTo(asked.getFirst().get());
        }
        querySide.caughtUp();
        assertThat(sealed("A-0003-0001")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/invoices/INV-404.pdf",
                "/invoices/33333333-3333-4333-8333-333333333333.pdf",
                "/credit-notes/CN-404.pdf",
                "/credit-notes/A-0001-0001.pdf",
                "/payments/nobody/receipt.pdf"
            })
    void what_is_not_there_is_a_problem(String path) {
        Answer answer = querySide.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.mediaType()).startsWith("application/problem+json");
        assertThat(answer.body().path("code").asString()).endsWith("_UNKNOWN");
    }

    @Test
    void another_edition_than_the_two_is_malformed() {
        assertThat(querySide.get("/invoices/A-0001-0001.pdf?edition=first").status())
                .isEqualTo(400);
    }

    @Test
    void a_kept_file_is_never_changed() {
        var _ = querySide.file("/invoices/A-0001-0001.pdf");

        assertThatThrownBy(
                        () -> querySide.jdbc().sql("UPDATE document_file SET name = 'x'").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void the_audit_finds_a_kept_file_that_is_not_the_sealed_one() {
        querySide.record(new Story(4).opened(MARCH_31));
        querySide.record(new Story(4).ordered(MARCH_31, APRIL_30));
        querySide.caughtUp();
        var _ = querySide.file("/invoices/A-0004-0001.pdf");
        querySide.caughtUp();
        assertThat(auditOfDocuments().path("checked").asInt()).isPositive();
        assertThat(auditOfDocuments().path("violations")).isEmpty();

        tamper("content || '\\x00'");
        assertThat(auditOfDocuments().path("violations").valueStream().map(JsonNode::asString))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("document A-0004-0001: edition ")
                .contains("is not the file that was sealed");
        tamper("substr(content, 1, length(content) - 1)");
        assertThat(auditOfDocuments().path("violations")).isEmpty();
    }

    private static JsonNode auditOfDocuments() {
        return querySide
                .get("/audit/checks")
                .body()
                .path("checks")
                .valueStream()
                .filter(check -> check.path("name").asString().startsWith("Each document"))
                .findFirst()
                .orElseThrow();
    }

    /** As somebody with all rights on the database could. */
    private static void tamper(String content) {
        for (String sql :
                List.of(
                        "ALTER TABLE document_file DISABLE TRIGGER document_file_only_grows",
                        "UPDATE document_file SET content = %s WHERE name = 'A-0004-0001.pdf'"
                                .formatted(content),
                        "ALTER TABLE document_file ENABLE TRIGGER document_file_only_grows")) {
            querySide.jdbc().sql(sql).update();
        }
    }

    private static List<String> sealed(String number) {
        List<String> texts = new ArrayList<>();
        String path = "/accounts/" + account(number) + "/timeline?limit=500";
        for (JsonNode item : querySide.get(path).body().path("items")) {
            if (item.path("type").asString().equals("DocumentSealed")
                    && item.path("text").asString().contains(number)) {
                texts.add(item.path("text").asString().replaceFirst(".* ", ""));
            }
        }
        return texts;
    }

    private static String account(String number) {
        return new Story(Integer.parseInt(number.substring(2, 6))).account().toString();
    }
}
