package dev.mastro.query.rebuild;

import dev.mastro.query.platform.LiveSegments;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Completes what bulk has built: compares it with the live tables at one moment of theirs, while
 * they go on, and then puts it in their place.
 */
@Component
class Ending {

    private static final int CLOSE_ENOUGH = 1000;
    private static final int LONGEST_CHASE = 50;

    private final ShadowTables tables;
    private final ShadowWork shadow;
    private final LiveSegments live;
    private final Comparison comparison;
    private final TablesSwitch change;

    Ending(
            ShadowTables tables,
            ShadowWork shadow,
            LiveSegments live,
            Comparison comparison,
            TablesSwitch change) {
        this.tables = tables;
        this.shadow = shadow;
        this.live = live;
        this.comparison = comparison;
        this.change = change;
    }

    void end(Run run) throws InterruptedException {
        tables.complete(run);
        chase(run);
        compare(run);
        chase(run);
        change.put(run);
        tables.drop(run);
    }

    /** What a writer that never rests adds is left to the last step. */
    private void chase(Run run) throws InterruptedException {
        for (int step = 0; step < LONGEST_CHASE && distance(run) > CLOSE_ENOUGH; step++) {
            Map<Integer, Long> targets = live.positions(run.name());
            shadow.inShadow(run, () -> shadow.follow(run, targets));
            run.reached(targets);
        }
    }

    private long distance(Run run) {
        Map<Integer, Long> reached = run.positions();
        long distance = 0;
        for (Map.Entry<Integer, Long> segment : live.positions(run.name()).entrySet()) {
            long there = reached.getOrDefault(segment.getKey(), 0L);
            distance = Math.max(distance, segment.getValue() - there);
        }
        return distance;
    }

    /** Tokens and live rows are committed together, so a snapshot has both at one position. */
    private void compare(Run run) throws InterruptedException {
        Map<Integer, Long> compared =
                shadow.atOneMoment(
                        run,
                        () -> {
                            Map<Integer, Long> positions = live.positions(run.name());
                            shadow.follow(run, positions);
                            comparison.report(run);
                            return positions;
                        });
        run.reached(compared);
    }
}
