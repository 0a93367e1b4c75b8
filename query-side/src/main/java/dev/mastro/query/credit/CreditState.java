package dev.mastro.query.credit;

import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.GrantPart;
import dev.mastro.shared.view.CreditView;
import org.joda.money.Money;

/** A grant and what is left of it. */
public record CreditState(CreditGranted granted, Money left) {

    /** The grant before anything was taken from it. */
    public static CreditState of(CreditGranted granted) {
        return new CreditState(granted, granted.grant().amount());
    }

    /** With the part taken out. */
    public CreditState less(GrantPart part) {
        return new CreditState(granted, left.minus(part.amount()));
    }

    /** With a part back that had been spent. */
    public CreditState plus(CreditGrant part) {
        return new CreditState(granted, left.plus(part.amount()));
    }

    /** The grant as it is shown. */
    public CreditView view() {
        return CreditView.of(granted, left);
    }
}
