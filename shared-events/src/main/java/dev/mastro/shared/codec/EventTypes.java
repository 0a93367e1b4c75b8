package dev.mastro.shared.codec;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.books.BooksEvent;
import dev.mastro.shared.document.DocumentEvent;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.subscription.SubscriptionEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The names under which events are stored. A name is the simple name of the event, never a Java
 * package, so classes may move; only the names listed here are ever turned into a class.
 */
public final class EventTypes {

    private static final Map<String, Class<? extends LedgerEvent>> BY_NAME =
            Stream.of(
                            AccountEvent.class,
                            SubscriptionEvent.class,
                            InvoiceEvent.class,
                            DocumentEvent.class,
                            BooksEvent.class)
                    .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                    .map(EventTypes::event)
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Class::getSimpleName, Function.identity()));

    private EventTypes() {}

    /** Every event there is, by name. */
    public static List<Class<? extends LedgerEvent>> all() {
        return BY_NAME.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .<Class<? extends LedgerEvent>>map(Map.Entry::getValue)
                .toList();
    }

    /** Whether {@code type} is an event of the ledger. */
    public static boolean isEvent(Class<?> type) {
        return BY_NAME.get(type.getSimpleName()) == type;
    }

    /** The stored name of an event. */
    public static String nameOf(Class<?> type) {
        if (!isEvent(type)) {
            throw new IllegalArgumentException("not an event of the ledger: " + type.getName());
        }
        return type.getSimpleName();
    }

    /** The event stored under {@code name}, or {@code null} when there is none. */
    public static @Nullable Class<? extends LedgerEvent> find(String name) {
        return BY_NAME.get(name);
    }

    /** The revision of the stored form of an event. */
    public static String revisionOf(Class<?> type) {
        Revision revision = type.getAnnotation(Revision.class);
        if (revision == null) {
            throw new IllegalStateException(type.getSimpleName() + " has no revision");
        }
        return revision.value();
    }

    private static Class<? extends LedgerEvent> event(Class<?> type) {
        return type.asSubclass(LedgerEvent.class);
    }
}
