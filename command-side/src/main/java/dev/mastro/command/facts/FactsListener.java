package dev.mastro.command.facts;

import java.util.List;
import org.axonframework.commandhandling.CommandMessage;

/** Keeps a table of the deciding side in step with the log: same transaction, same fate. */
public interface FactsListener {

    /** Called once per command that recorded facts, before they are appended. */
    void recorded(List<Fact> facts, CommandMessage<?> command);
}
