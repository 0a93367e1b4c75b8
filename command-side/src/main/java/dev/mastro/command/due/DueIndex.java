package dev.mastro.command.due;

import dev.mastro.command.ledger.Actor;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import dev.mastro.command.work.TooBusyException;
import dev.mastro.eventstore.append.SideRows;
import dev.mastro.eventstore.append.SideTable;
import dev.mastro.eventstore.platform.CommandRetries;
import dev.mastro.shared.account.AccountId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Makes the index of due items again when it was lost and the log was not. Where the log is on
 * another server than the index, a crash can come between the two, so there it is made again at
 * every start.
 */
@Component
class DueIndex implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DueIndex.class);

    private final boolean apart;
    private final LoggedAccounts log;
    private final SideRows sideRows;
    private final SideTable<DueItemTable.WholeAccount> whole;
    private final LedgerWork work;
    private final CommandGateway commands;

    DueIndex(
            @Value("${mastro.event-store}") String eventStore,
            LoggedAccounts log,
            DueItemTable table,
            SideRows sideRows,
            LedgerWork work,
            CommandGateway commands) {
        this.apart = !eventStore.equals("postgres");
        this.log = log;
        this.whole = table::replace;
        this.sideRows = sideRows;
        this.work = work;
        this.commands = commands;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (apart || log.indexIsLost()) {
            rebuild();
        }
    }

    /** Makes it again for every account in the log; harmless beside anything else. */
    void rebuild() {
        List<AccountId> accounts = log.accounts();
        LOG.info("making the due items of {} accounts again from the log", accounts.size());
        eachOf(accounts, this::index);
    }

    /** Other processes work on the same accounts meanwhile: who loses to them comes again. */
    static void eachOf(List<AccountId> accounts, Consumer<AccountId> step) {
        Deque<AccountId> left = new ArrayDeque<>(accounts);
        while (!left.isEmpty()) {
            AccountId account = left.removeFirst();
            try {
                step.accept(account);
            } catch (RuntimeException e) {
                if (!isPassing(e) || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.warn("the due items of account {} are made again later", account, e);
                left.addLast(account);
            }
        }
    }

    private static boolean isPassing(RuntimeException failure) {
        return TooBusyException.is(failure) || CommandRetries.isTransient(failure);
    }

    void index(AccountId account) {
        MetaData metaData = MetaData.with("actor", Actor.SYSTEM.toString());
        commands.sendAndWait(new GenericCommandMessage<>(new IndexAccount(account), metaData));
    }

    @CommandHandler
    Outcome handle(IndexAccount command, MetaData metaData) {
        return work.show(command, metaData, this::replace);
    }

    private Map<String, Object> replace(Book book, Circumstances circumstances) {
        List<DueItem> items = DueItems.of(book, circumstances.seller()::policyOn).toList();
        sideRows.add(whole, new DueItemTable.WholeAccount(book.account().id(), items));
        return Map.of("dueItemCount", items.size());
    }
}
