package dev.mastro.command.action;

import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Shows what may be done. */
@Component
class ActionHandlers {

    private final LedgerWork work;
    private final List<ActionSource> sources;

    ActionHandlers(LedgerWork work, List<ActionSource> sources) {
        this.work = work;
        this.sources = List.copyOf(sources);
    }

    @CommandHandler
    Outcome handle(ShowAllowedActions command, MetaData metaData) {
        return work.show(
                command,
                metaData,
                (book, circumstances) -> AllowedActions.of(sources, book, circumstances));
    }
}
