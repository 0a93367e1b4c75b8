package dev.mastro.command.due;

import dev.mastro.command.work.DueWork;
import dev.mastro.command.work.TooBusyException;
import dev.mastro.eventstore.platform.CommandPatience;
import dev.mastro.shared.account.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Claims due items and does them, account by account. No row is locked meanwhile: a claim is a
 * lease. After a failure the rest of the account waits for the next run, so that nothing is done
 * out of order.
 */
@Component
class DueClaims implements DueWork {

    static final int MOST_ACCOUNTS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(DueClaims.class);

    private final DueItemTable table;
    private final DueItemActions actions;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final CommandPatience patience;
    private final ReentrantLock oneClaimAtATime = new ReentrantLock();

    DueClaims(
            DueItemTable table,
            DueItemActions actions,
            TransactionOperations transactions,
            Clock clock,
            CommandPatience patience) {
        this.table = table;
        this.actions = actions;
        this.transactions = transactions;
        this.clock = clock;
        this.patience = patience;
    }

    /** One account by itself, whoever else may be at it: every item is harmless to repeat. */
    @Override
    public void catchUp(AccountId account) {
        DueProgress progress = DueProgress.ofNoRun();
        List<DueItem> due = table.dueOf(account, clock.instant());
        while (!due.isEmpty() && progress.failed() == 0) {
            perform(due, progress);
            due = table.dueOf(account, clock.instant());
        }
    }

    long count(Instant through) {
        return table.count(through);
    }

    Optional<Instant> next(Instant through, long run) {
        return table.next(through, run);
    }

    /** Claims up to so many accounts and does what is due on them; false when nothing is free. */
    boolean workOnce(Instant through, DueProgress progress, int accounts) {
        var claim =
                new DueItemTable.Claim(progress.run(), Thread.currentThread().getName(), accounts);
        List<DueItem> claimed = claim(claim, through);
        if (claimed.isEmpty()) {
            return false;
        }
        perform(claimed, progress);
        return true;
    }

    /** The table takes one claim at a time, and who waits here waits without a connection. */
    private List<DueItem> claim(DueItemTable.Claim claim, Instant through) {
        oneClaimAtATime.lock();
        try {
            return transactions.execute(status -> table.claim(claim, through));
        } finally {
            oneClaimAtATime.unlock();
        }
    }

    private void perform(List<DueItem> items, DueProgress progress) {
        Map<AccountId, List<DueItem>> byAccount = new LinkedHashMap<>();
        items.stream()
                .sorted(DueItem.ORDER)
                .forEach(item ->
                        byAccount
                                .computeIfAbsent(item.accountId(), id -> new ArrayList<>())
                                .add(item));
        List<DueItem> done = new ArrayList<>();
        List<DueItem> untried = new ArrayList<>();
        try {
            byAccount.values().forEach(one -> performInOrder(one, done, untried, progress));
        } finally {
            table.finish(done);
            table.release(untried);
        }
    }

    private void performInOrder(
            List<DueItem> items, List<DueItem> done, List<DueItem> untried, DueProgress progress) {
        boolean failed = false;
        for (DueItem item : items) {
            if (failed) {
                untried.add(item);
                continue;
            }
            Optional<String> problem = attempt(item, progress);
            failed = problem.isPresent();
            if (failed) {
                table.fail(item, progress.run(), problem.orElseThrow());
                progress.failedOnce(item.kind() + " " + item.subject() + ": " + problem.get());
            } else {
                done.add(item);
                progress.didOne();
            }
        }
    }

    /**
     * What was too busy for a run is done by the next one. Somebody who waits is told so, and the
     * item has not failed.
     */
    private Optional<String> attempt(DueItem item, DueProgress progress) {
        try {
            Optional<String> problem = actions.perform(item);
            if (problem.isPresent() && !patience.lasts()) {
                throw new TooBusyException("what is due could not be done in time");
            }
            return problem;
        } catch (RuntimeException e) {
            if (!progress.isOfRun() && TooBusyException.isToComeAgain(e)) {
                throw e;
            }
            LOG.warn("{} of account {} failed", item.key(), item.accountId(), e);
            return Optional.of(e.toString());
        }
    }
}
