package dev.mastro.query.mail;

import dev.mastro.query.mail.Delivery.Undelivered;
import dev.mastro.query.mail.MailOutbox.Claimed;
import dev.mastro.query.mail.MailOutbox.State;
import dev.mastro.query.paper.Dossiers;
import dev.mastro.shared.account.BillingDetails;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Takes mails out of the outbox and delivers them. It notes a mail as sent after it was sent, so a
 * crash between the two sends it once more, under the same message id.
 */
@Component
@EnableConfigurationProperties({MailSettings.class, SmtpSettings.class})
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final MailOutbox outbox;
    private final MailWriter writer;
    private final Envelope envelope;
    private final Dossiers dossiers;
    private final Delivery delivery;
    private final PostHours rules;

    Postman(
            MailOutbox outbox,
            MailWriter writer,
            Envelope envelope,
            Dossiers dossiers,
            Delivery delivery,
            PostHours rules) {
        this.outbox = outbox;
        this.writer = writer;
        this.envelope = envelope;
        this.dossiers = dossiers;
        this.delivery = delivery;
        this.rules = rules;
    }

    /** Delivers what is due next, if anything is: a lease is for one mail. */
    boolean deliverNext() {
        Optional<Claimed> next = outbox.claimNext();
        next.ifPresent(this::deliver);
        return next.isPresent();
    }

    private void deliver(Claimed mail) {
        Cause cause = mail.cause();
        try {
            Optional<Draft> draft = writer.write(cause);
            Optional<String> address = address(cause);
            if (draft.isEmpty() || address.isEmpty()) {
                outbox.done(cause, State.NOT_NEEDED, cause.occasion(), null);
                return;
            }
            String id = cause.eventId();
            delivery.deliver(
                    envelope.of(draft.get(), address.get(), id, rules.clock().instant()), id);
            outbox.done(cause, State.SENT, draft.get().occasion(), null);
        } catch (Undelivered e) {
            failed(mail, e.reason(), e.isForEver());
        } catch (RuntimeException e) {
            LOG.error("mail {} cannot be written", cause.eventId(), e);
            failed(mail, "NOT_WRITTEN", false);
        }
    }

    private void failed(Claimed mail, String reason, boolean forEver) {
        if (forEver || mail.attempts() >= rules.settings().giveUpAfter()) {
            outbox.done(mail.cause(), State.FAILED, mail.cause().occasion(), reason);
        } else {
            outbox.retry(mail.cause(), reason, pause(mail.attempts()));
        }
    }

    private Duration pause(int attempts) {
        Duration pause = rules.settings().firstRetry();
        for (int i = 1; i < attempts && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private Optional<String> address(Cause cause) {
        BillingDetails details = dossiers.of(cause.account()).account().customer().details();
        return Optional.ofNullable(details)
                .map(BillingDetails::email)
                .filter(address -> !address.isBlank());
    }
}
