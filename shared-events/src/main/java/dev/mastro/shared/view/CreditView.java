package dev.mastro.shared.view;

import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.GrantId;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A credit grant and what is left of it; {@code expires} is the last day it may be spent. */
public record CreditView(
        GrantId id,
        CreditSource source,
        Money granted,
        Money left,
        boolean refundable,
        LocalDate grantedOn,
        @Nullable LocalDate expires,
        @Nullable String reason) {

    /** The grant as both sides show it. */
    public static CreditView of(CreditGranted event, Money left) {
        CreditGrant grant = event.grant();
        return new CreditView(
                grant.grantId(),
                grant.source(),
                grant.amount(),
                left,
                grant.refundable(),
                event.effectiveOn(),
                grant.expiresOn(),
                event.reason());
    }
}
