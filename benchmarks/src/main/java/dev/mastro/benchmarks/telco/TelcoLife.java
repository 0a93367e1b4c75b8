package dev.mastro.benchmarks.telco;

import dev.mastro.benchmarks.http.LedgerClient;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import me.tongfei.progressbar.ProgressBar;

/**
 * Walks the book through its months: renewals run when the clock moves, new customers come on the
 * first, transfers arrive ten days later, and who churned cancels in the last month. Every write
 * has a key made from the customer and the month, so that an interrupted walk goes on where it was.
 */
final class TelcoLife {

    private static final int TRANSFER_DAYS = 10;
    private static final int NET_DAYS = 30;
    private static final int SENDERS = 8;
    private static final String OWNER = "owner:telco-import";
    private static final String FINANCE = "finance:telco-import";

    private final TelcoBook book;
    private final LedgerClient ledger;
    private final Phases phases;
    private final ConcurrentMap<String, Subscriber> subscribers = new ConcurrentHashMap<>();

    /** What the ledger calls a customer; one without subscription has only an account. */
    private record Subscriber(String account, Optional<String> subscription) {}

    TelcoLife(TelcoBook book, LedgerClient ledger, Phases phases) {
        this.book = book;
        this.ledger = ledger;
        this.phases = phases;
    }

    void walk(ProgressBar progress) {
        LocalDate today = today();
        LocalDate resumeIn = today.withDayOfMonth(1);
        progress.maxHint(months(book.begin(), TelcoBook.END));
        recall(resumeIn, progress);
        for (LocalDate month = resumeIn;
                month.isBefore(TelcoBook.END);
                month = month.plusMonths(1)) {
            live(month);
            progress.step();
        }
        phases.measure("renewals and dunning", () -> moveTo(TelcoBook.END.minusDays(1)));
        phases.measure("new customers", () -> each(c -> !c.hasSubscription(), this::open));
    }

    /** An earlier walk opened these; the same keys give their ids again and change nothing. */
    private void recall(LocalDate resumeIn, ProgressBar progress) {
        phases.measure(
                "new customers",
                () ->
                        each(
                                c -> c.hasSubscription() && c.startsOn().isBefore(resumeIn),
                                this::open));
        progress.stepTo(months(book.begin(), resumeIn));
    }

    private void live(LocalDate month) {
        phases.measure("renewals and dunning", () -> moveTo(month));
        phases.measure(
                "new customers",
                () -> each(c -> c.hasSubscription() && c.startsOn().equals(month), this::open));
        phases.measure("renewals and dunning", () -> moveTo(month.plusDays(TRANSFER_DAYS)));
        phases.measure(
                "transfers",
                () -> each(c -> c.paysByCheck() && c.isBilledIn(month), c -> transfer(c, month)));
        if (month.plusMonths(1).equals(TelcoBook.END)) {
            phases.measure(
                    "cancellations",
                    () -> each(c -> c.churned() && c.hasSubscription(), this::cancel));
        }
    }

    private void open(TelcoCustomer customer) {
        String account =
                ledger.post("/accounts", "telco-open-" + customer.id(), OWNER, account(customer))
                        .path("accountId")
                        .asString();
        Optional<String> subscription =
                customer.hasSubscription()
                        ? Optional.of(start(customer, account))
                        : Optional.empty();
        subscribers.put(customer.id(), new Subscriber(account, subscription));
    }

    private static Map<String, ?> account(TelcoCustomer customer) {
        return Map.of(
                "seller", "telco",
                "name", customer.id(),
                "email", customer.id().toLowerCase(Locale.ROOT) + "@telco.example",
                "country", "US",
                "currency", "USD",
                "timeZone", "UTC",
                "paymentTerms", customer.paysByCheck() ? "ON_INVOICE" : "CARD",
                "netDays", customer.paysByCheck() ? NET_DAYS : 0,
                "paymentMethod", "tok_ok");
    }

    private String start(TelcoCustomer customer, String account) {
        Map<String, ?> change =
                Map.of(
                        "type", "START",
                        "product", "service-unit",
                        "cycle", "MONTHLY",
                        "licences", customer.serviceUnits());
        return ledger.post(
                        "/accounts/" + account + "/orders",
                        "telco-start-" + customer.id(),
                        OWNER,
                        Map.of("changes", List.of(change)))
                .path("subscription")
                .path("id")
                .asString();
    }

    private void transfer(TelcoCustomer customer, LocalDate month) {
        String amount =
                customer.monthlyCharges().setScale(2, RoundingMode.UNNECESSARY).toPlainString();
        String reference = "telco-" + customer.id() + "-" + month;
        ledger.tell(
                "/accounts/" + subscriber(customer).account() + "/payments",
                reference,
                FINANCE,
                Map.of(
                        "amount", Map.of("amount", amount, "currency", "USD"),
                        "reference", reference,
                        "valueDate", month.plusDays(TRANSFER_DAYS).toString()));
    }

    private void cancel(TelcoCustomer customer) {
        String subscription = subscriber(customer).subscription().orElseThrow();
        ledger.tell(
                "/subscriptions/" + subscription + "/cancellation",
                "telco-cancel-" + customer.id(),
                OWNER,
                Map.of("reason", "CHURN"));
    }

    private Subscriber subscriber(TelcoCustomer customer) {
        Subscriber subscriber = subscribers.get(customer.id());
        if (subscriber == null) {
            throw new IllegalStateException("never opened: " + customer.id());
        }
        return subscriber;
    }

    private LocalDate today() {
        Instant now = Instant.parse(ledger.get("/clock").path("now").asString());
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** Everything that falls due on the way is run before the answer comes. */
    private void moveTo(LocalDate date) {
        if (today().isBefore(date)) {
            ledger.put(
                    "/clock", OWNER, Map.of("now", date.atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
    }

    private void each(Predicate<TelcoCustomer> which, Consumer<TelcoCustomer> act) {
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<? extends Future<?>> sent =
                    book.customers().stream()
                            .filter(which)
                            .map(customer -> senders.submit(() -> act.accept(customer)))
                            .toList();
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the ledger did not take a command", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long months(LocalDate from, LocalDate to) {
        return ChronoUnit.MONTHS.between(from, to);
    }
}
