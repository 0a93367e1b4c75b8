package dev.mastro.shared.account;

import org.joda.money.Money;

/**
 * What is taken from one credit grant; positive. The flag decides the ledger account (billing.md
 * P13, P14).
 */
public record GrantPart(GrantId grantId, Money amount, boolean refundable) {}
