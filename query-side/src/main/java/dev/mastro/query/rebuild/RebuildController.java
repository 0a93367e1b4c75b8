package dev.mastro.query.rebuild;

import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.ProjectionOverview;
import dev.mastro.query.platform.ProjectionProgress;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projections")
class RebuildController {

    private final ProjectionOverview overview;
    private final RebuildTable rebuilds;
    private final RebuildWatch watch;
    private final Differences differences;

    RebuildController(
            ProjectionOverview overview,
            RebuildTable rebuilds,
            RebuildWatch watch,
            Differences differences) {
        this.overview = overview;
        this.rebuilds = rebuilds;
        this.watch = watch;
        this.differences = differences;
    }

    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProjectionProgress rebuild(@PathVariable String name) {
        request(List.of(overview.of(name).name()));
        return overview.of(name);
    }

    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Page<ProjectionProgress> rebuildAll() {
        request(overview.all().stream().map(ProjectionProgress::name).toList());
        return new Page<>(overview.all(), null);
    }

    @GetMapping("/{name}/differences")
    Page<Differences.Table> differences(@PathVariable String name) {
        return new Page<>(differences.of(overview.of(name).name()), null);
    }

    private void request(List<String> projections) {
        rebuilds.request(projections);
        watch.requested();
    }
}
