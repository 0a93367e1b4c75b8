package dev.mastro.query;

import dev.mastro.eventstore.LogPosition;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.query.platform.ProjectionsCaughtUp;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.codec.LedgerJson;
import dev.mastro.shared.document.DocumentEvent;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.subscription.SubscriptionEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query side as a process of its own on an empty database, asked over HTTP. */
public final class QuerySide implements AutoCloseable {

    private static final JsonMapper JSON = LedgerJson.mapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant WHEN_NOTHING_ELSE_IS_SAID = Instant.parse("2025-12-01T12:00:00Z");

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Database database;

    private QuerySide(Database database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /** An answer: its status, its headers and its JSON. */
    public record Answer(int status, HttpHeaders headers, JsonNode body) {

        public String mediaType() {
            return headers.firstValue("Content-Type").orElse("");
        }
    }

    public static QuerySide start(Class<?>... more) {
        return start(EmbeddedPostgres.shared().freshDatabase(), more);
    }

    public static QuerySide start(Database database, Class<?>... more) {
        return start(database, Map.of(), more);
    }

    /** With settings that differ from the shipped ones. */
    public static QuerySide start(
            Database database, Map<String, Object> different, Class<?>... more) {
        Map<String, Object> settings = new HashMap<>(database.springProperties());
        settings.putAll(different);
        settings.put("spring.config.name", "query-side");
        settings.put("server.port", 0);
        settings.put("mastro.event-store.require-durable", false);
        settings.put("spring.main.log-startup-info", false);
        settings.put("logging.level.root", "WARN");
        Class<?>[] sources =
                Stream.concat(Stream.of(QuerySideApplication.class), Stream.of(more))
                        .toArray(Class<?>[]::new);
        return new QuerySide(
                database,
                new SpringApplicationBuilder(sources)
                        .run(
                                settings.entrySet().stream()
                                        .map(s -> "--" + s.getKey() + "=" + s.getValue())
                                        .toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> all(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public <T> T named(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** The position of the last event recorded. */
    public long head() {
        return bean(LogPosition.class).settledHead(PATIENCE).orElseThrow();
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(bean(DataSource.class));
    }

    /** As who may do more with the log than the query side. */
    public JdbcClient ownerJdbc() {
        return JdbcClient.create(database.dataSource());
    }

    /** Records these facts, in one atomic append, as one command would. */
    public void record(LedgerEvent... events) {
        recordAt(WHEN_NOTHING_ELSE_IS_SAID, events);
    }

    /** Records these facts at an instant of the second time axis. */
    public void recordAt(Instant at, LedgerEvent... events) {
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (LedgerEvent event : events) {
            messages.add(message(event, at));
        }
        UnitOfWork<DomainEventMessage<?>> work = DefaultUnitOfWork.startAndGet(messages.getFirst());
        work.attachTransaction(bean(TransactionManager.class));
        work.execute(() -> bean(EventStore.class).publish(messages));
    }

    /** The next sequence number of an aggregate, for an event that somebody else records. */
    public long skip(String aggregate) {
        return sequences.merge(aggregate, 0L, (before, _) -> before + 1);
    }

    /** Waits until every projection has seen everything recorded so far. */
    public void caughtUp() {
        long head = head();
        if (!bean(ProjectionsCaughtUp.class).await(head, PATIENCE)) {
            throw new AssertionError(
                    "projections did not reach " + head + ": " + get("/projections"));
        }
    }

    public Answer get(String path) {
        return answer(request(path).GET());
    }

    /** An answer that is no JSON. */
    public String text(String path) {
        return send(request(path).GET()).body();
    }

    /** A file, with what is said about it. */
    public HttpResponse<byte[]> file(String path) {
        return send(request(path).GET(), BodyHandlers.ofByteArray());
    }

    public Answer post(String path) {
        return answer(request(path).POST(BodyPublishers.noBody()));
    }

    @Override
    public void close() {
        context.close();
    }

    private HttpRequest.Builder request(String path) {
        String root = path.startsWith("/actuator") ? "" : "/api/v1";
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + root + path));
    }

    private Answer answer(HttpRequest.Builder request) {
        HttpResponse<String> response = send(request);
        return new Answer(
                response.statusCode(), response.headers(), JSON.readTree(response.body()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> as) {
        try {
            return http.send(request.build(), as);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private DomainEventMessage<?> message(LedgerEvent event, Instant at) {
        String aggregate =
                switch (event) {
                    case SubscriptionEvent e -> e.subscriptionId().toString();
                    case InvoiceEvent e -> e.invoiceId().toString();
                    case DocumentEvent e -> e.documentId().toString();
                    default -> event.accountId().toString();
                };
        long sequence = skip(aggregate);
        return new GenericDomainEventMessage<>(
                "Test", aggregate, sequence, GenericEventMessage.asEventMessage(event), at);
    }
}
