package dev.mastro.command.payment.gateway;

import dev.mastro.shared.account.AccountId;
import org.joda.money.Money;

/** Asks to reserve money on a stored payment method, at most once per {@code key}. */
public record ChargeRequest(String key, AccountId accountId, String token, Money amount) {}
