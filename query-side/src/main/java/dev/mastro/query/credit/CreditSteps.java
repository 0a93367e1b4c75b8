package dev.mastro.query.credit;

import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.account.CreditExpired;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.GrantPart;
import dev.mastro.shared.account.RefundIssued;
import java.util.List;

/** What the facts of an account take from its grants. */
public final class CreditSteps {

    private CreditSteps() {}

    /** The parts taken by this fact, if any. */
    public static List<GrantPart> takenBy(AccountEvent event) {
        return switch (event) {
            case CreditApplied applied -> applied.parts();
            case CreditExpired expired -> List.of(expired.part());
            case RefundIssued refund -> refund.parts();
            case DisputeOpened dispute -> dispute.withdrawn();
            default -> List.of();
        };
    }
}
