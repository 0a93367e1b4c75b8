package dev.mastro.shared;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;

/**
 * A fact in the life of one account; the families are {@code AccountEvent}, {@code
 * SubscriptionEvent}, {@code InvoiceEvent} and {@code DocumentEvent}, and {@code BooksEvent} for
 * the books of all of them. Every fact lies on two time axes (billing.md C15): {@link
 * #effectiveOn()} tells when it counts, the instant of the stored message tells when it was
 * recorded.
 */
public interface LedgerEvent {

    /** The account whose history this fact belongs to. */
    AccountId accountId();

    /** The service date: a local date in the account's time zone (billing.md C1, C15). */
    LocalDate effectiveOn();
}
