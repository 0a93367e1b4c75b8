package dev.mastro.chaos.fault;

import dev.mastro.chaos.fault.database.AppendHeldOpen;
import dev.mastro.chaos.fault.database.BackendsTerminated;
import dev.mastro.chaos.fault.database.CutAtCommit;
import dev.mastro.chaos.fault.database.DatabaseCrashed;
import dev.mastro.chaos.fault.database.DatabaseRestarted;
import dev.mastro.chaos.fault.database.DiskFull;
import dev.mastro.chaos.fault.database.ListenerLost;
import dev.mastro.chaos.fault.database.PoolExhausted;
import dev.mastro.chaos.fault.process.CommandNodeKilled;
import dev.mastro.chaos.fault.process.KilledAfterCommit;
import dev.mastro.chaos.fault.process.NodePaused;
import dev.mastro.chaos.fault.process.ProjectingNodeKilled;
import dev.mastro.chaos.fault.process.SealerKilled;
import dev.mastro.chaos.fault.proof.LogTampered;
import dev.mastro.chaos.fault.race.DuplicateDelivery;
import dev.mastro.chaos.fault.race.NodesRacing;
import dev.mastro.chaos.fault.race.OneAccount;
import dev.mastro.chaos.fault.reading.LagAndRebuild;
import dev.mastro.chaos.fault.reading.PoisonEvents;
import dev.mastro.chaos.fault.time.ClockMoved;
import dev.mastro.chaos.fault.time.ClockSkewed;
import dev.mastro.chaos.fault.time.DeadlineStorm;
import dev.mastro.chaos.fault.upgrade.StoreUpgraded;
import dev.mastro.chaos.trial.Fault;
import java.util.List;
import java.util.Set;

/** Which faults there are. */
public final class Faults {

    /** What every build goes through. */
    private static final Set<String> SMOKE =
            Set.of("F1", "F2", "F4", "F8", "F9", "F12", "F16", "F19");

    private static final int TWO = 2;
    private static final int FOUR = 4;

    private Faults() {}

    /** Every one, in the order of their numbers. */
    public static List<Fault> all() {
        return List.of(
                new CommandNodeKilled(),
                new ProjectingNodeKilled(),
                new KilledAfterCommit(),
                new DatabaseCrashed(),
                new DatabaseRestarted(),
                new BackendsTerminated(),
                new CutAtCommit(),
                new OneAccount(),
                new NodesRacing(TWO),
                new NodesRacing(FOUR),
                new NodePaused(),
                new AppendHeldOpen(),
                new ClockMoved(),
                new ClockSkewed(),
                new DiskFull(),
                new PoolExhausted(),
                new DuplicateDelivery(),
                new PoisonEvents(),
                new LagAndRebuild(),
                new StoreUpgraded(),
                new SealerKilled(),
                new LogTampered(),
                new ListenerLost(),
                new DeadlineStorm());
    }

    /** Those of every build; they can all share one world. */
    public static List<Fault> smoke() {
        return all().stream().filter(fault -> SMOKE.contains(fault.id())).toList();
    }
}
