package dev.mastro.query.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * {@code mastro_projection_lag}: positions of the log by which each projection is behind; {@code
 * mastro_projection_letters}: events that each has put aside.
 */
@Component
class ProjectionMetrics implements MeterBinder {

    private final ProjectionReaders readers;
    private final ProjectionOverview overview;

    ProjectionMetrics(ProjectionReaders readers, ProjectionOverview overview) {
        this.readers = readers;
        this.overview = overview;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String name : readers.names()) {
            Gauge.builder("mastro.projection.lag", () -> lag(name))
                    .description("Positions of the log by which the projection is behind")
                    .tag("projection", name)
                    .register(registry);
            Gauge.builder("mastro.projection.letters", () -> overview.of(name).letters())
                    .description("Events that the projection has put aside")
                    .tag("projection", name)
                    .register(registry);
        }
    }

    private long lag(String name) {
        return overview.of(name).lag();
    }
}
