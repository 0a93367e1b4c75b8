package dev.mastro.benchmarks.telco;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What must agree between the file and the ledger. Amounts in US dollars.
 *
 * @param revenue recognised on the first day after the book
 * @param leaving subscriptions cancelled to end on that day
 * @param recurring what the subscriptions that stay bring a month
 * @param perCustomer everything ever billed, by customer
 */
record Figures(
        long accounts,
        long invoices,
        BigDecimal billed,
        BigDecimal received,
        BigDecimal owed,
        BigDecimal trialBalance,
        BigDecimal revenue,
        long leaving,
        BigDecimal recurring,
        Map<String, BigDecimal> perCustomer) {}
