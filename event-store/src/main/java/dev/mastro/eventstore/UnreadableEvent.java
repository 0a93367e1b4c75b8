package dev.mastro.eventstore;

import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.codec.EventTypes;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What readers of the log get in the place of an event that this build cannot read: its type is
 * unknown, its revision is of a later build, or its bytes are no such event.
 *
 * @param type the stored name
 * @param account whose event it is, if it or the events before it in its stream tell
 * @param reason for people
 */
public record UnreadableEvent(String type, @Nullable AccountId account, String reason) {

    /** Whether it may concern who reads such types: its name may tell that it does not. */
    public boolean concerns(Predicate<Class<?>> reads) {
        Class<?> known = EventTypes.find(type);
        return known == null || reads.test(known);
    }
}
