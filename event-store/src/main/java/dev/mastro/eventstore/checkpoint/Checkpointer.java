package dev.mastro.eventstore.checkpoint;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.eventstore.note.VerifierKey;
import dev.mastro.eventstore.seal.BackgroundThread;
import dev.mastro.eventstore.seal.Nudge;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes checkpoints in the process that gives the positions: after so many new positions, and after
 * a while when there are any. A process without a key makes none.
 */
public final class Checkpointer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);

    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);

    /**
     * Between two looks: under a heavy load a checkpoint covers more, instead of being one of many.
     */
    private static final Duration REST = Duration.ofMillis(250);

    private final SignedLog log;
    private final Optional<TrustedKeys> keys;
    private final Optional<CheckpointFolder> copies;
    private final BooleanSupplier isSealer;
    private final Pace pace;
    private final Nudge news = new Nudge();
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final BackgroundThread thread =
            new BackgroundThread("ledger-checkpointer", LOOK_ANYWAY.multipliedBy(5));
    private volatile @Nullable String trouble;
    private long signed;
    private long lastSigned = System.nanoTime();
    private long copied = -1;

    public Checkpointer(
            SignedLog log,
            Optional<TrustedKeys> keys,
            Optional<CheckpointFolder> copies,
            BooleanSupplier isSealer,
            Pace pace) {
        this.log = log;
        this.keys = keys;
        this.copies = copies;
        this.isSealer = isSealer;
        this.pace = pace;
    }

    /** After how many new positions, or after how long, a checkpoint is made. */
    public record Pace(long positions, Duration time) {

        /** As the documentation promises. */
        public static final Pace USUAL = new Pace(1000, Duration.ofSeconds(60));
    }

    /** Says that there are new positions. */
    public void sealed() {
        news.give();
    }

    /** The key that others need to check what this process signs; none when it signs nothing. */
    public Optional<VerifierKey> verifier() {
        return keys.map(known -> known.signing().verifier());
    }

    /** Why nothing can be signed any more; nothing, when all is well. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /**
     * Checks that the log is still the one that was signed.
     *
     * @throws RefusedLog when it is not
     */
    public void confirm() {
        keys.ifPresent(known -> log.confirm(known, copies.flatMap(CheckpointFolder::newest)));
    }

    /**
     * Signs what has its position now, if this process may.
     *
     * @return the newest checkpoint; none when another process has to make it
     * @throws RefusedLog when the log is not the one that was signed before
     */
    public Optional<KeptCheckpoint> now() {
        return isSealer.getAsBoolean() ? keys.flatMap(this::sign) : Optional.empty();
    }

    @CanIgnoreReturnValue
    private Optional<KeptCheckpoint> sign(TrustedKeys known) {
        oneAtATime.lock();
        try {
            Optional<KeptCheckpoint> newest = log.sign(known);
            signed = newest.map(KeptCheckpoint::size).orElse(0L);
            lastSigned = System.nanoTime();
            copies.ifPresent(this::copy);
            trouble = null;
            return newest;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Also those that another process has made, or that could not be copied then. */
    private void copy(CheckpointFolder folder) {
        if (copied < 0) {
            copied = folder.newest().map(KeptCheckpoint::size).orElse(0L);
        }
        while (copied < signed) {
            for (KeptCheckpoint kept : log.checkpoints().after(copied, 100)) {
                folder.add(kept);
                copied = kept.size();
            }
        }
    }

    @Override
    public void start() {
        thread.start(this::work);
    }

    /** What was sealed is signed before the process ends. */
    @Override
    public void stop() {
        var _ = thread.stop(news::give);
    }

    @Override
    public boolean isRunning() {
        return thread.isWanted();
    }

    /** After the sealer has started, and before it stops. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }

    private void work() {
        while (thread.isWanted() && keys.isPresent()) {
            news.await(LOOK_ANYWAY);
            ifSealer(this::makeUpForCopies);
            signIf(this::isDue);
            LockSupport.parkNanos(REST.toNanos());
        }
        signIf(() -> true);
    }

    private void signIf(BooleanSupplier due) {
        ifSealer(() -> {
            if (due.getAsBoolean()) {
                keys.ifPresent(this::sign);
            }
        });
    }

    /** Copies may have been lost while nobody was there to sign anything new. */
    private void makeUpForCopies() {
        if (copies.isPresent() && copied < 0) {
            oneAtATime.lock();
            try {
                signed = log.checkpoints().newest().map(KeptCheckpoint::size).orElse(0L);
                copies.ifPresent(this::copy);
            } finally {
                oneAtATime.unlock();
            }
        }
    }

    private void ifSealer(Runnable action) {
        try {
            if (isSealer.getAsBoolean()) {
                action.run();
            }
        } catch (RuntimeException e) {
            complain(e);
        }
    }

    private boolean isDue() {
        boolean waited = System.nanoTime() - lastSigned >= pace.time().toNanos();
        long unsigned = log.checkpoints().head().position() - signed;
        boolean enough = unsigned >= pace.positions() || (waited && unsigned > 0);
        return trouble == null ? enough : waited;
    }

    private void complain(RuntimeException problem) {
        lastSigned = System.nanoTime();
        trouble = String.valueOf(problem.getMessage());
        LOG.error("no checkpoint could be made; another attempt follows in a minute", problem);
    }
}
