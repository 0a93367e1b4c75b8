package dev.mastro.command.payment.gateway;

import dev.mastro.command.payment.Payment;
import java.util.Collection;
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

    /** Lets reserved money go. */
    void release(String reference);

    /** Pays money back to the customer. */
    void payOut(String key, Money amount);
}
