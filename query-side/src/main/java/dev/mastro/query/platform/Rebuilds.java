package dev.mastro.query.platform;

import java.util.Map;

/** The last rebuild of each projection, as the overview of projections shows it. */
@FunctionalInterface
public interface Rebuilds {

    /** By the name of the projection; who was never rebuilt is missing. */
    Map<String, ProjectionProgress.Rebuild> latest();
}
