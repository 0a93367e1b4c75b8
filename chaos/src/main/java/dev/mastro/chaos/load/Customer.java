package dev.mastro.chaos.load;

/** An account with a plan. */
public record Customer(String account, String subscription, String seller) {}
