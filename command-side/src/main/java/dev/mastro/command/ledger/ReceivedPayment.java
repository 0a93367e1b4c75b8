package dev.mastro.command.ledger;

import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.DisputeLost;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.DisputeWon;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.GrantPart;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.RefundIssued;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The fold of what is known of one payment: how much of it went back, and the dispute about it.
 * {@code lost} is what a lost dispute took for good.
 */
public record ReceivedPayment(
        PaymentReceived received,
        Money refunded,
        Money lost,
        @Nullable DisputeOpened dispute,
        boolean disputeDecided) {

    static ReceivedPayment of(PaymentReceived event) {
        Money zero = Money.zero(event.amount().getCurrencyUnit());
        return new ReceivedPayment(event, zero, zero, null, false);
    }

    /** The grant that money above the debt becomes. */
    public static GrantId surplusGrant(AccountId account, String reference) {
        return new GrantId(DerivedIds.of(account.value(), "surplus-" + reference));
    }

    /** The name under which the payment is known. */
    public String reference() {
        return received.reference();
    }

    /** The grant that the surplus of this payment became. */
    public GrantId surplusGrant() {
        return surplusGrant(received.accountId(), reference());
    }

    /** What may still go back of it (billing.md RF-6). */
    public Money left() {
        return received.amount().minus(refunded).minus(lost);
    }

    ReceivedPayment after(AccountEvent event) {
        return switch (event) {
            case RefundIssued e -> refunded(e);
            case DisputeOpened e when isAbout(e.reference()) ->
                    new ReceivedPayment(received, refunded, lost, e, false);
            case DisputeWon e when isAbout(e.reference()) ->
                    new ReceivedPayment(received, refunded, lost, null, true);
            case DisputeLost e when isAbout(e.reference()) ->
                    new ReceivedPayment(received, refunded, lost.plus(e.amount()), null, true);
            default -> this;
        };
    }

    /** Its surplus may have been paid out as credit, without naming it. */
    private ReceivedPayment refunded(RefundIssued refund) {
        Money back = Money.zero(received.amount().getCurrencyUnit());
        if (refund.reference() == null) {
            for (GrantPart part : refund.parts()) {
                back = part.grantId().equals(surplusGrant()) ? back.plus(part.amount()) : back;
            }
        } else if (isAbout(refund.reference())) {
            back = refund.amount();
        }
        return new ReceivedPayment(received, refunded.plus(back), lost, dispute, disputeDecided);
    }

    private boolean isAbout(@Nullable String reference) {
        return reference().equals(reference);
    }
}
