package dev.mastro.query.mail;

import dev.mastro.query.mail.MailSettings.Way;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends the postman round, again and again, as long as mails are on. */
@Component
class PostRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostRounds.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long LAST_MAIL_SECONDS = 30;

    private final Postman postman;
    private final boolean on;
    private volatile @Nullable ScheduledExecutorService rounds;

    PostRounds(Postman postman, MailSettings settings) {
        this.postman = postman;
        this.on = settings.delivery() != Way.OFF;
    }

    @Override
    public synchronized void start() {
        if (on && rounds == null) {
            rounds =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().daemon().name("postman").factory());
            var _ =
                    rounds.scheduleWithFixedDelay(
                            this::round, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = rounds;
        rounds = null;
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(LAST_MAIL_SECONDS, TimeUnit.SECONDS)) {
                    running.shutdownNow();
                }
            } catch (InterruptedException _) {
                running.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }

    /** The next round makes up for one that failed. */
    private void round() {
        try {
            boolean delivered = true;
            while (delivered && rounds != null) {
                delivered = postman.deliverNext();
            }
        } catch (RuntimeException e) {
            LOG.warn("mails wait, the next round tries again: {}", e.toString());
        }
    }
}
