package dev.mastro.command.payment.gateway;

import dev.mastro.command.payment.Payment;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.joda.money.Money;

/** Moves money on cards. Every call may be repeated: it happens once. */
public interface CardGateway {

    /**
     * Reserves money. The same key and amount give the first answer again; the same key with
     * another amount lets the earlier reservation go. What is never captured expires.
     */
    Payment authorise(ChargeRequest request);

    /** Takes the money that was reserved under these references. */
    void capture(Collection<String> references);

    /** What was reserved at least so long ago and neither taken nor let go, by its references. */
    List<String> reservedFor(Duration least);

    /** Lets reserved money go. */
    void release(String reference);

    /** Pays money back to the customer. */
    void payOut(String key, Money amount);
}
