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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The names so far; facts read in order teach new ones. What was asked for in vain is missing. */
final class KnownNames implements Names {

    private final Map<UUID, String> before;
    private final Map<UUID, String> learnt = new LinkedHashMap<>();
    private final Set<UUID> mentioned = new HashSet<>();
    private final Set<UUID> renamed = new HashSet<>();

    KnownNames(Map<UUID, String> before) {
        this.before = before;
    }

    void learnFrom(LedgerEvent event) {
        switch (event) {
            case InvoiceNumberAssigned e -> begin(e.invoiceId().value(), e.number());
            case InvoiceIssued e -> begin(e.invoiceId().value(), e.number());
            case SubscriptionStarted e -> begin(e.subscriptionId().value(), e.product().product());
            case SubscriptionRenewed e -> rename(e.subscriptionId().value(), e.product().product());
            case LicencesAdjusted e -> rename(e.subscriptionId().value(), e.to().product());
            case ProductChanged e -> rename(e.subscriptionId().value(), e.to().product());
            case CycleSwitched e -> rename(e.subscriptionId().value(), e.to().product());
            default -> {
                // Facts that name nothing.
            }
        }
    }

    /** What was not known before, to be kept. */
    Map<UUID, String> learnt() {
        return learnt;
    }

    /** What has to be looked up before the same facts are told again. */
    Set<UUID> missing() {
        Set<UUID> missing = new HashSet<>(mentioned);
        missing.addAll(renamed);
        return missing;
    }

    /**
     * What was told can be believed.
     *
     * @throws IllegalStateException when a sentence lacks a name
     */
    void requireAll() {
        if (!mentioned.isEmpty()) {
            throw new IllegalStateException("mentioned before they existed: " + mentioned);
        }
    }

    @Override
    public String of(InvoiceId invoice) {
        return find(invoice.value());
    }

    @Override
    public String of(SubscriptionId subscription) {
        return find(subscription.value());
    }

    private void begin(UUID id, String name) {
        if (!name.equals(known(id))) {
            learnt.put(id, name);
        }
    }

    private void rename(UUID id, String name) {
        if (known(id) == null) {
            renamed.add(id);
        }
        begin(id, name);
    }

    private String find(UUID id) {
        String name = known(id);
        if (name == null) {
            mentioned.add(id);
            return "";
        }
        return name;
    }

    private @Nullable String known(UUID id) {
        String name = learnt.get(id);
        return name == null ? before.get(id) : name;
    }
}
