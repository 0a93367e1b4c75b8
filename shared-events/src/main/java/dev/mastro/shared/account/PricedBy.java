package dev.mastro.shared.account;

/**
 * The versions of the seller's policy and catalogue that decided an amount, kept so that a replay
 * years later explains the same cents (billing.md 1.6).
 */
public record PricedBy(String policyVersion, String catalogVersion) {}
