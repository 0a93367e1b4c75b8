package dev.mastro.chaos.world;

import java.util.HashMap;
import java.util.Map;

/**
 * What a world is made of.
 *
 * @param settings of every node, as Spring reads them
 * @param diskMegabytes of the disk that the data lies on, or 0 for that of the machine
 * @param isLegible whether every statement travels as text, so that a trap can read it
 */
public record Plan(
        int commandNodes,
        int queryNodes,
        Map<String, String> settings,
        int diskMegabytes,
        boolean isLegible) {

    /** Two nodes of each side, and a clock that stands still. */
    public static Plan usual() {
        return new Plan(
                2,
                2,
                Map.of("mastro.clock", "simulated", "mastro.clock.start", "2025-04-01T08:00:00Z"),
                0,
                false);
    }

    /** With so many nodes that decide. */
    public Plan withCommandNodes(int count) {
        return new Plan(count, queryNodes, settings, diskMegabytes, isLegible);
    }

    /** With as little as everything needs. */
    Plan withOneNodeOfEach() {
        return new Plan(1, 1, settings, diskMegabytes, isLegible);
    }

    /** With another value of a setting. */
    public Plan with(String setting, String value) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(setting, value);
        return new Plan(commandNodes, queryNodes, Map.copyOf(changed), diskMegabytes, isLegible);
    }

    /** Under the clock of the machine. */
    public Plan inRealTime() {
        return with("mastro.clock", "real");
    }

    /** With statements that a trap can read. */
    public Plan legible() {
        return new Plan(commandNodes, queryNodes, settings, diskMegabytes, true);
    }

    /** With the data on a disk that can be filled. */
    public Plan onASmallDisk(int megabytes) {
        return new Plan(commandNodes, queryNodes, settings, megabytes, isLegible);
    }
}
