package dev.mastro.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * Senders that open accounts, order, change licences, pay and give credit until they are told to
 * stop. The seed decides everything but the interleaving.
 */
final class Workload {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ACCOUNTS_PER_SENDER = 3;

    /** The accounts of the second share one series of numbers. */
    private static final List<String> SELLERS = List.of("zoom", "serial");

    private final URI baseUrl;
    private final long seed;
    private final String round;
    private final Queue<Attempt> history = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();

    Workload(URI baseUrl, String round, long seed) {
        this.baseUrl = baseUrl;
        this.round = round;
        this.seed = seed;
    }

    List<Thread> start(int senders) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < senders; i++) {
            int sender = i;
            threads.add(Thread.ofVirtual().start(() -> send(sender)));
        }
        return threads;
    }

    int acknowledged() {
        return acknowledged.get();
    }

    void stop() {
        stopped.set(true);
    }

    List<Attempt> history() {
        return List.copyOf(history);
    }

    private void send(int sender) {
        Random random = new Random(seed + sender);
        try (HttpClient http = HttpClient.newHttpClient()) {
            List<Customer> customers = new ArrayList<>();
            for (int step = 0; !stopped.get(); step++) {
                String key = "crash-%s-%d-%d".formatted(round, sender, step);
                if (customers.size() < ACCOUNTS_PER_SENDER) {
                    String seller = SELLERS.get(customers.size() % SELLERS.size());
                    open(http, Customer.opening(key, seller), customers);
                } else {
                    Customer one = customers.get(random.nextInt(customers.size()));
                    var _ = attempt(http, one.next(key, random));
                }
            }
        }
    }

    private void open(HttpClient http, Attempt opening, List<Customer> customers) {
        Attempt opened = attempt(http, opening);
        if (opened.answer() == null || !opened.isAcknowledged()) {
            return;
        }
        String account = JSON.readTree(opened.answer()).path("accountId").asString();
        Attempt ordered = attempt(http, Customer.ordering(account, opening.key() + "-order"));
        if (ordered.answer() != null && ordered.isAcknowledged()) {
            String subscription =
                    JSON.readTree(ordered.answer()).path("subscription").path("id").asString();
            customers.add(new Customer(account, subscription));
        }
    }

    private Attempt attempt(HttpClient http, Attempt attempt) {
        Attempt made = Resend.once(http, baseUrl, attempt);
        history.add(made);
        if (made.isAcknowledged()) {
            acknowledged.incrementAndGet();
        }
        return made;
    }

    /** Sends an attempt and takes the answer, or the lack of one, for what it is. */
    static final class Resend {

        private Resend() {}

        static Attempt once(HttpClient http, URI baseUrl, Attempt attempt) {
            try {
                HttpResponse<String> answer =
                        http.send(attempt.request(baseUrl), BodyHandlers.ofString());
                return attempt.answered(answer.statusCode(), answer.body());
            } catch (IOException e) {
                return attempt;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return attempt;
            }
        }
    }
}
