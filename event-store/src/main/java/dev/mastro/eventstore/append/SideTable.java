package dev.mastro.eventstore.append;

import java.util.List;

/**
 * A table of the deciding side that is kept in step with the log. Its rows are written in the
 * transaction of the facts they belong to, those of several units of work at once.
 */
@FunctionalInterface
public interface SideTable<R> {

    /**
     * Writes rows of different accounts with as few statements as possible.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException when somebody else wrote one
     *     of them first; the rows are then written again, each unit of work by itself
     */
    void write(List<R> rows);
}
