package dev.mastro.query.mail;

import dev.mastro.query.mail.MailSettings.Way;
import dev.mastro.query.paper.Dossiers;
import dev.mastro.query.platform.Reaction;
import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.shared.account.OrderPlaced;
import dev.mastro.shared.invoice.PaymentMissed;
import dev.mastro.shared.subscription.CancellationRequested;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Notes which facts deserve a mail. It is no projection: nothing makes it read a fact again, and if
 * something did, the cause is already there.
 */
@Component
class MailIntake implements Reaction {

    private static final Set<Class<?>> READ =
            Set.of(
                    OrderPlaced.class,
                    SubscriptionRenewed.class,
                    PaymentMissed.class,
                    CancellationRequested.class);

    private static final int REMEMBERED = 10_000;

    private final MailOutbox outbox;
    private final ObjectProvider<Dossiers> dossiers;
    private final boolean on;

    /** Whether the seller of an account ever sends mails, for the accounts seen last. */
    private final Map<UUID, Boolean> mailed =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /** The log itself is made only after those who read it, so the dossiers come later. */
    MailIntake(MailOutbox outbox, ObjectProvider<Dossiers> dossiers, MailSettings settings) {
        this.outbox = outbox;
        this.dossiers = dossiers;
        this.on = settings.delivery() != Way.OFF;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public boolean reads(Class<?> eventType) {
        return READ.contains(eventType);
    }

    @Override
    public synchronized void react(List<RecordedEvent> events) {
        if (on) {
            outbox.add(
                    events.stream()
                            .map(Cause::of)
                            .flatMap(Optional::stream)
                            .filter(cause ->
                                    mailed.computeIfAbsent(
                                            cause.account(),
                                            account ->
                                                    dossiers.getObject()
                                                            .sellerOf(account)
                                                            .everMails()))
                            .toList());
        }
    }
}
