package dev.mastro.command.work;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.mastro.command.account.Account;
import dev.mastro.command.invoice.Invoice;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.LedgerCommand;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.subscription.Subscription;
import dev.mastro.eventstore.EarlierStates;
import dev.mastro.eventstore.StreamEnds;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Loads the book of an account and records facts on its aggregates, all in the current unit of
 * work. The account comes first: its lock is what serialises the commands of one account (design.md
 * 3).
 */
@Component
class Books {

    private final Repository<Account> accounts;
    private final Repository<Subscription> subscriptions;
    private final Repository<Invoice> invoices;
    private final StreamEnds ends;
    private final EarlierStates earlier;
    private final Past past;

    Books(
            Repository<Account> accountRepository,
            Repository<Subscription> subscriptionRepository,
            Repository<Invoice> invoiceRepository,
            StreamEnds ends,
            EarlierStates earlier,
            Past past) {
        this.accounts = accountRepository;
        this.subscriptions = subscriptionRepository;
        this.invoices = invoiceRepository;
        this.ends = ends;
        this.earlier = earlier;
        this.past = past;
    }

    Loaded load(LedgerCommand command) {
        AccountId id = command.accountId();
        Loaded loaded = new Loaded();
        CurrentUnitOfWork.get().onRollback(_ -> loaded.keepAsLoaded(earlier));
        AccountState account = loaded.load(accounts, id.toString(), Account::state, Account::new);
        Map<SubscriptionId, SubscriptionState> held = new LinkedHashMap<>();
        for (SubscriptionId one : account.subscriptions()) {
            held.put(
                    one,
                    loaded.load(
                            subscriptions, one.toString(), Subscription::state, Subscription::new));
        }
        long version = loaded.version();
        Map<InvoiceId, InvoiceState> documents = new HashMap<>();
        List<AccountEvent> history = command.looksBack() ? past.of(id) : List.of();
        for (InvoiceId one : needed(account, held, history)) {
            documents.put(one, loaded.load(invoices, one.toString(), Invoice::state, Invoice::new));
        }
        requireCurrent(id, loaded);
        loaded.book = new Book(account, held, documents, Past.payments(history), version);
        return loaded;
    }

    /**
     * After a conflict the aggregates leave the memory, and the command is tried again on what they
     * were and what others have added.
     */
    private void requireCurrent(AccountId id, Loaded loaded) {
        if (!ends.areAt(id.toString(), loaded.versions())) {
            throw new ConcurrencyException("another process has added to account " + id);
        }
    }

    /** Records facts that were decided; the first fact of an id makes its aggregate. */
    void record(Loaded loaded, List<LedgerEvent> events) {
        for (LedgerEvent event : events) {
            switch (event) {
                case AccountEvent e ->
                        record(loaded, accounts, Account::new, e.accountId(), Account::record, e);
                case SubscriptionEvent e ->
                        record(
                                loaded,
                                subscriptions,
                                Subscription::new,
                                e.subscriptionId(),
                                Subscription::record,
                                e);
                case InvoiceEvent e ->
                        record(loaded, invoices, Invoice::new, e.invoiceId(), Invoice::record, e);
                default -> throw new IllegalStateException("no family: " + event.getClass());
            }
        }
    }

    /** Invoices that are owed, those whose lines pay for a service now, and all of the past. */
    private static Set<InvoiceId> needed(
            AccountState account,
            Map<SubscriptionId, SubscriptionState> held,
            List<AccountEvent> history) {
        Set<InvoiceId> ids = new LinkedHashSet<>(Past.invoices(history));
        account.receivables().open().forEach(open -> ids.add(open.invoiceId()));
        account.receivables().writtenOff().forEach(lost -> ids.add(lost.invoiceId()));
        held.values().stream()
                .filter(SubscriptionState::isLive)
                .forEach(one -> ids.add(one.line().invoiceId()));
        return ids;
    }

    private static <T, E> void record(
            Loaded loaded,
            Repository<T> repository,
            Supplier<T> maker,
            Object id,
            BiConsumer<T, E> recording,
            E event) {
        Aggregate<T> known = loaded.find(id.toString());
        if (known == null) {
            loaded.put(id.toString(), create(repository, maker, recording, event));
        } else {
            known.execute(root -> recording.accept(root, event));
        }
    }

    private static <T, E> Aggregate<T> create(
            Repository<T> repository, Supplier<T> maker, BiConsumer<T, E> recording, E event) {
        try {
            return repository.newInstance(() -> {
                T root = maker.get();
                recording.accept(root, event);
                return root;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a new aggregate did not take its first fact", e);
        }
    }

    private record AsLoaded(String type, String id, long version, Supplier<?> root) {}

    /** The aggregates behind a book. */
    static final class Loaded {

        private final Map<String, Aggregate<?>> aggregates = new HashMap<>();
        private final List<AsLoaded> states = new ArrayList<>();
        private @Nullable Book book;

        Book book() {
            return Objects.requireNonNull(book);
        }

        private <T, S> S load(
                Repository<T> repository, String id, Function<T, S> look, Function<S, T> remake) {
            try {
                Aggregate<T> aggregate = repository.load(id);
                aggregates.put(id, aggregate);
                S state = aggregate.invoke(look);
                states.add(
                        new AsLoaded(
                                aggregate.type(),
                                id,
                                aggregate.version(),
                                () -> remake.apply(state)));
                return state;
            } catch (AggregateNotFoundException e) {
                throw Rejection.ACCOUNT_UNKNOWN.because("There is no such account.");
            }
        }

        /** Also after something was recorded: their states are values, which stay as they were. */
        private void keepAsLoaded(EarlierStates earlier) {
            states.forEach(
                    one -> earlier.keep(one.type(), one.id(), one.version(), one.root().get()));
        }

        private Map<String, Long> versions() {
            return aggregates.entrySet().stream()
                    .collect(toUnmodifiableMap(Map.Entry::getKey, one -> one.getValue().version()));
        }

        private long version() {
            return aggregates.values().stream().mapToLong(one -> one.version() + 1).sum();
        }

        @SuppressWarnings("unchecked") // An id belongs to one type of aggregate.
        private <T> @Nullable Aggregate<T> find(String id) {
            return (Aggregate<T>) aggregates.get(id);
        }

        private void put(String id, Aggregate<?> aggregate) {
            aggregates.put(id, aggregate);
        }
    }
}
