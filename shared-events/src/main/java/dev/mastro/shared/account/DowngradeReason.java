package dev.mastro.shared.account;

/** Why paid services were taken away. */
public enum DowngradeReason {
    /** Dunning ended without payment, or support decided so. */
    NON_PAYMENT
}
