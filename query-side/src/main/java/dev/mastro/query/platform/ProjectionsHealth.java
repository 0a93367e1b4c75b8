package dev.mastro.query.platform;

import dev.mastro.query.platform.ProjectionProgress.Condition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down when a projection has failed or is stopped, out of service while one is too far behind. One
 * that is being rebuilt on request is behind on purpose and does not count.
 */
@Component("projections")
class ProjectionsHealth implements HealthIndicator {

    private final ProjectionOverview overview;
    private final long mostLag;

    ProjectionsHealth(
            ProjectionOverview overview, @Value("${mastro.projections.most-lag}") long mostLag) {
        this.overview = overview;
        this.mostLag = mostLag;
    }

    @Override
    public Health health() {
        List<ProjectionProgress> projections = overview.all();
        Health.Builder health = Health.up();
        if (projections.stream().anyMatch(ProjectionsHealth::isBroken)) {
            health = Health.down();
        } else if (projections.stream().anyMatch(this::isLate)) {
            health = Health.outOfService();
        }
        return health.withDetails(details(projections)).build();
    }

    private static boolean isBroken(ProjectionProgress projection) {
        return projection.status() == Condition.FAILED || projection.status() == Condition.STOPPED;
    }

    private boolean isLate(ProjectionProgress projection) {
        return projection.status() == Condition.RUNNING && projection.lag() > mostLag;
    }

    private static Map<String, Object> details(List<ProjectionProgress> projections) {
        Map<String, Object> details = new LinkedHashMap<>();
        for (ProjectionProgress projection : projections) {
            details.put(
                    projection.name(),
                    Map.of("status", projection.status(), "lag", projection.lag()));
        }
        return details;
    }
}
