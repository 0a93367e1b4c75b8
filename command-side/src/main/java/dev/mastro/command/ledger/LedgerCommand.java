package dev.mastro.command.ledger;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A command on one account, which is also its routing key (design.md 3). */
public interface LedgerCommand {

    /** The account the command is about. */
    AccountId accountId();

    /**
     * The service date, where it is not the local date of acceptance: what was agreed earlier, or
     * the boundary that a billing run handles late (billing.md C15).
     */
    default @Nullable LocalDate agreedOn() {
        return null;
    }

    /** Whether it is judged by all invoices and payments there ever were, not by open ones only. */
    default boolean looksBack() {
        return false;
    }

    /** The HTTP status of success. */
    default int successStatus() {
        return 200;
    }
}
