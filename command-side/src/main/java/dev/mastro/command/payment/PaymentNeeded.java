package dev.mastro.command.payment;

import org.joda.money.Money;

/** The command cannot go on before {@code due} is authorised on the stored payment method. */
public record PaymentNeeded(Money due, String paymentMethod) {}
