package dev.mastro.chaos;

import dev.mastro.chaos.trial.Fault;
import dev.mastro.chaos.trial.Result;
import dev.mastro.chaos.trial.Run;
import java.util.List;

/** Where faults that need the same are brought about, one after the other. */
interface Stage extends AutoCloseable {

    /** Brings a fault about once. */
    Result of(Fault fault, Run run);

    /** What does not hold of all that was done here so far; it takes longer. */
    List<String> closely();

    @Override
    void close();
}
