package dev.mastro.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.CommandSideApplication;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.query.QuerySideApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.JsonNode;

class SeveralProcessesIT {

    private static final String OPEN =
            """
            {"seller": "zoom", "name": "Ada Lovelace", "email": "ada@example.com",
             "country": "US", "currency": "USD", "paymentTerms": "ON_INVOICE",
             "acceptTerms": "2015-01"}
            """;

    private static Node firstWriter;
    private static Node secondWriter;
    private static Node firstReader;
    private static Node secondReader;

    @BeforeAll
    static void startTwoOfEach() {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        firstWriter = Node.start(CommandSideApplication.builder(), database);
        firstReader = Node.start(querySide(), database);
        secondWriter = Node.start(CommandSideApplication.builder(), database);
        secondReader = Node.start(querySide(), database);
    }

    @AfterAll
    static void stop() {
        for (Node node : List.of(firstWriter, secondWriter, firstReader, secondReader)) {
            node.close();
        }
    }

    @Test
    void what_one_process_writes_every_other_process_knows() throws Exception {
        String held = accountWithTenLicences() + "/subscriptions";
        assertThat(owned(firstReader.get(held))).isEqualTo(10);
        assertThat(owned(secondReader.get(held))).isEqualTo(10);

        Node.Answer assigned = firstWriter.put(licences(held) + "ada");

        assertThat(assigned.status()).as("%s", assigned.body()).isEqualTo(200);
        assertThat(assigned(firstReader.get(held))).isEqualTo(1);
        assertThat(assigned(secondReader.get(held))).isEqualTo(1);
    }

    @Test
    void commands_for_one_account_that_race_on_two_processes_take_effect_once_each()
            throws Exception {
        String held = accountWithTenLicences() + "/subscriptions";
        String licences = licences(held);
        List<Callable<Node.Answer>> assignments = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Node writer = i % 2 == 0 ? firstWriter : secondWriter;
            String user = licences + "user-" + i;
            assignments.add(() -> writer.put(user));
        }

        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Node.Answer> answer : senders.invokeAll(assignments)) {
                assertThat(answer.get().status()).as("%s", answer.get().body()).isEqualTo(200);
            }
        }

        assertThat(assigned(firstReader.get(held))).isEqualTo(10);
        for (Node writer : List.of(firstWriter, secondWriter)) {
            assertThat(writer.put(licences + "one-too-many").status()).isEqualTo(422);
        }
    }

    @Test
    void every_process_is_ready() throws Exception {
        for (Node node : List.of(firstWriter, secondWriter, firstReader, secondReader)) {
            assertThat(node.get("/actuator/health/readiness").status()).isEqualTo(200);
        }
    }

    private static String accountWithTenLicences() throws Exception {
        Node.Answer opened = firstWriter.post("/api/v1/accounts", OPEN);
        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
        String account = "/api/v1/accounts/" + text(opened, "accountId");
        Node.Answer started =
                secondWriter.post(
                        account + "/orders",
                        """
                        {"changes": [{"type": "START", "product": "pro",
                          "cycle": "MONTHLY", "licences": 10}]}
                        """);
        assertThat(started.status()).as("%s", started.body()).isEqualTo(201);
        return account;
    }

    private static String licences(String held) throws Exception {
        return "/api/v1/subscriptions/%s/licences/"
                .formatted(only(firstReader.get(held)).get("id").asString());
    }

    /** Only here does it find the scheduler of the command side on its class path. */
    private static SpringApplicationBuilder querySide() {
        return QuerySideApplication.builder().properties("db-scheduler.enabled=false");
    }

    private static int owned(Node.Answer subscriptions) {
        return only(subscriptions).get("owned").asInt();
    }

    private static int assigned(Node.Answer subscriptions) {
        return only(subscriptions).get("assigned").asInt();
    }

    private static JsonNode only(Node.Answer list) {
        JsonNode items = list.body().get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static String text(Node.Answer answer, String field) {
        return answer.body().get(field).asString();
    }
}
