package dev.mastro.query.letter;

import dev.mastro.query.platform.Handover;
import dev.mastro.query.platform.LiveSegments;
import dev.mastro.query.platform.Projection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Projects what was put aside, in order and read from the log again: what has become readable since
 * then is. An account is whole again when all of it succeeds, and stays as it was otherwise.
 */
@Component
class Retry {

    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);

    private final WaitingLetters letters;
    private final LogPlaces log;
    private final Handover handover;
    private final LiveSegments live;
    private final TransactionOperations transaction;

    Retry(
            WaitingLetters letters,
            LogPlaces log,
            Handover handover,
            LiveSegments live,
            TransactionOperations transaction) {
        this.letters = letters;
        this.log = log;
        this.handover = handover;
        this.live = live;
        this.transaction = transaction;
    }

    /** All accounts, the one that has waited longest first. */
    void all(Projection projection) {
        letters.accounts(projection.name()).forEach(account -> account(projection, account));
    }

    /**
     * One account. The projection stands still meanwhile, whichever process it runs in: so no batch
     * and no other retry comes between, and nothing is projected twice.
     */
    void account(Projection projection, String account) {
        transaction.executeWithoutResult(_ -> {
            var _ = live.hold(projection.name());
            List<Long> positions = letters.positions(projection.name(), account);
            if (!positions.isEmpty()) {
                project(projection, account, positions);
            }
        });
    }

    private void project(Projection projection, String account, List<Long> positions) {
        RuntimeException failure = handover.attempt(projection, log.read(positions));
        if (failure == null) {
            letters.remove(projection.name(), account);
        } else {
            LOG.error("{} still fails on account {}", projection.name(), account, failure);
            letters.stillFails(projection.name(), account, failure);
        }
    }
}
