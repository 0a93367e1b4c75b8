package dev.mastro.query.timeline;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.subscription.CycleSwitched;
import dev.mastro.shared.subscription.LicencesAdjusted;
import dev.mastro.shared.subscription.ProductChanged;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import dev.mastro.shared.subscription.SubscriptionStarted;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The names so far; facts read in order teach new ones. */
final class KnownNames implements Names {

    private final Map<UUID, String> names;
    private final Map<UUID, String> learnt = new LinkedHashMap<>();

    KnownNames(Map<UUID, String> known) {
        names = new HashMap<>(known);
    }

    void learnFrom(LedgerEvent event) {
        switch (event) {
            case InvoiceNumberAssigned e -> learn(e.invoiceId().value(), e.number());
            case InvoiceIssued e -> learn(e.invoiceId().value(), e.number());
            case SubscriptionStarted e -> learn(e.subscriptionId().value(), e.product().product());
            case SubscriptionRenewed e -> learn(e.subscriptionId().value(), e.product().product());
            case LicencesAdjusted e -> learn(e.subscriptionId().value(), e.to().product());
            case ProductChanged e -> learn(e.subscriptionId().value(), e.to().product());
            case CycleSwitched e -> learn(e.subscriptionId().value(), e.to().product());
            default -> {
                // Facts that name nothing.
            }
        }
    }

    /** What was not known before, to be kept. */
    Map<UUID, String> learnt() {
        return learnt;
    }

    @Override
    public String of(InvoiceId invoice) {
        return find("invoice", invoice.value());
    }

    @Override
    public String of(SubscriptionId subscription) {
        return find("subscription", subscription.value());
    }

    private void learn(UUID id, String name) {
        if (!name.equals(names.put(id, name))) {
            learnt.put(id, name);
        }
    }

    private String find(String kind, UUID id) {
        String name = names.get(id);
        if (name == null) {
            throw new IllegalStateException(kind + " mentioned before it existed: " + id);
        }
        return name;
    }
}
