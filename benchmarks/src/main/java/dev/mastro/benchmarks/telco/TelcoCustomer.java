package dev.mastro.benchmarks.telco;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One line of the book.
 *
 * @param tenure months served and billed; 0 has no subscription yet
 * @param monthlyCharges what a month costs, in US dollars
 * @param paysByCheck whether the customer pays by transfer after each invoice, not by card
 * @param churned whether the customer leaves at the end of the last month
 */
record TelcoCustomer(
        String id, int tenure, BigDecimal monthlyCharges, boolean paysByCheck, boolean churned) {

    /** The price of one service unit. */
    private static final BigDecimal UNIT = new BigDecimal("0.05");

    /** The first month billed, counted back from the end of the book. */
    LocalDate startsOn() {
        return TelcoBook.END.minusMonths(tenure);
    }

    boolean hasSubscription() {
        return tenure > 0;
    }

    /** How many service units the monthly charges are. */
    int serviceUnits() {
        return monthlyCharges.divide(UNIT).intValueExact();
    }

    /** Whether an invoice is issued on the first of {@code month}. */
    boolean isBilledIn(LocalDate month) {
        return hasSubscription() && !startsOn().isAfter(month);
    }
}
