package dev.mastro.shared.invoice;

import dev.mastro.shared.subscription.SubscriptionId;
import java.time.LocalDate;
import org.joda.money.Money;

/** What a credit note gives back of one invoice line, at the old tax rate (billing.md C8). */
public record CreditNoteLine(
        int lineNumber, SubscriptionId subscriptionId, LocalDate from, Money net, Money tax) {}
