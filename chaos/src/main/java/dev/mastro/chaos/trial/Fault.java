package dev.mastro.chaos.trial;

import dev.mastro.chaos.history.History;
import dev.mastro.chaos.rows.Rows;
import dev.mastro.chaos.world.Plan;
import java.util.List;

/** Something that goes wrong. */
public interface Fault {

    /** Its number in the test plan. */
    String id();

    /** In plain words. */
    String title();

    /** How often the release tier brings it about. */
    int repetitions();

    /** What it needs. */
    default Plan plan() {
        return Plan.usual();
    }

    /** Brings it about once, with load of its own choosing, and heals what it alone can heal. */
    Evidence strike(Field field) throws Exception;

    /** What it asks for beyond the invariants, once everything is settled. */
    default List<String> complaints(History frozen, History settling, Rows rows) {
        return List.of();
    }
}
