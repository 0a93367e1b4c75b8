package dev.mastro.command.payment;

import dev.mastro.command.lookup.Lookup;
import dev.mastro.command.lookup.Lookup.Kind;
import dev.mastro.command.payment.gateway.CardGateway;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Lets money go that was reserved for a payment that never came to be: a process died between the
 * two, its answer was lost, or its order was told to come again. What is in the log is left to its
 * capture.
 */
@Component
public class UnusedReservations {

    /** Far longer than any request takes. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final CardGateway cards;
    private final Lookup lookup;

    UnusedReservations(CardGateway cards, Lookup lookup) {
        this.cards = cards;
        this.lookup = lookup;
    }

    /** Lets all of it go. */
    public void letGo() {
        cards.reservedFor(ABANDONED).stream()
                .filter(reference -> lookup.find(Kind.PAYMENT, reference).isEmpty())
                .forEach(cards::release);
    }
}
