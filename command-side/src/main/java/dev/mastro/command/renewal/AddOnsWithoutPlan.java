package dev.mastro.command.renewal;

import dev.mastro.command.catalog.AddOnPolicy.EndWithPlan;
import dev.mastro.command.catalog.Product;
import dev.mastro.command.catalog.ProductKind;
import dev.mastro.command.document.Closing;
import dev.mastro.command.document.CreditNotes;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.subscription.EndCause;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionState;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** An add-on ends with the last plan it may stand on (billing.md 6, question 9). */
public final class AddOnsWithoutPlan {

    private AddOnsWithoutPlan() {}

    /** Ends those for which no plan is left; a subscription counts as what it is from now on. */
    public static void end(
            Draft draft,
            Circumstances circumstances,
            UUID cause,
            Function<SubscriptionState, String> productFromNowOn) {
        List<String> plans = draft.book().live().stream().map(productFromNowOn).toList();
        for (SubscriptionState one : draft.book().live()) {
            boolean orphan =
                    circumstances
                            .catalog()
                            .find(one.product().product())
                            .filter(product -> isOrphan(product, plans))
                            .isPresent();
            if (orphan) {
                end(draft, one, circumstances, cause);
            }
        }
    }

    private static boolean isOrphan(Product product, List<String> plans) {
        return product.kind() == ProductKind.ADD_ON
                && !product.needsPlan().isEmpty()
                && product.needsPlan().stream().noneMatch(plans::contains);
    }

    private static void end(
            Draft draft, SubscriptionState addOn, Circumstances circumstances, UUID cause) {
        Closing closing = Closing.of(addOn, circumstances.today());
        boolean credited =
                circumstances.policy().addOns().endWithPlan() == EndWithPlan.CREDIT_REMAINING
                        && closing.givesBack();
        if (credited) {
            new CreditNotes(draft, circumstances, CreditNoteReason.EARLY_END, cause)
                    .giveBack(List.of(closing));
        }
        draft.add(
                new SubscriptionEnded(
                        addOn.id(),
                        addOn.accountId(),
                        EndCause.BASE_ENDED,
                        circumstances.policy().cancellation().endOfTermState(),
                        credited ? closing.closed() : null,
                        circumstances.today()));
    }
}
