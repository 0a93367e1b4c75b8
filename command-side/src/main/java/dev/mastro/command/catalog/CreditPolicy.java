package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.requireSome;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What an account's credit is spent on, and who may pay it out. */
public record CreditPolicy(
        CreditTo creditTo,
        boolean autoApplyCredit,
        boolean autoApplySwitchable,
        Set<ActorRole> cashOut) {

    /** Which invoices a new credit covers by itself (billing.md CR-2). */
    public enum CreditTo {
        /** Those already open, oldest first, then the next one. */
        OPEN_INVOICES_FIRST,
        /** None that is open: it waits for the next invoice. */
        NEXT_SCHEDULED_ONLY
    }

    public CreditPolicy {
        cashOut = Collections.unmodifiableSet(new TreeSet<>(cashOut));
        requireSome(cashOut, "cashOut");
    }
}
