package dev.mastro.command.due;

import dev.mastro.shared.account.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be done for an account from {@code dueAt} on, counted on {@code dueOn}. An
 * amount goes with what moves money without a decision.
 */
public record DueItem(
        DueKey key, AccountId accountId, LocalDate dueOn, Instant dueAt, @Nullable Money amount) {

    /** In which order the items of one account are done. */
    static final Comparator<DueItem> ORDER =
            Comparator.comparing(DueItem::dueAt)
                    .thenComparing(item -> item.key().kind())
                    .thenComparing(item -> item.key().subject());

    DueKind kind() {
        return key.kind();
    }

    String subject() {
        return key.subject();
    }
}
