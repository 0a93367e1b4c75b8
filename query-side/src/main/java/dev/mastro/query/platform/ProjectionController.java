package dev.mastro.query.platform;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projections")
class ProjectionController {

    private final ProjectionOverview overview;
    private final ProjectionRebuild rebuild;

    ProjectionController(ProjectionOverview overview, ProjectionRebuild rebuild) {
        this.overview = overview;
        this.rebuild = rebuild;
    }

    @GetMapping
    Page<ProjectionProgress> projections() {
        return new Page<>(overview.all(), null);
    }

    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProjectionProgress rebuild(@PathVariable String name) {
        rebuild.start(find(name).name());
        return find(name);
    }

    private ProjectionProgress find(String name) {
        return overview.find(name).orElseThrow(() -> UnknownSubject.of("projection", name));
    }
}
