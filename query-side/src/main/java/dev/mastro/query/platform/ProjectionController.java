package dev.mastro.query.platform;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projections")
class ProjectionController {

    private final ProjectionOverview overview;

    ProjectionController(ProjectionOverview overview) {
        this.overview = overview;
    }

    @GetMapping
    Page<ProjectionProgress> projections() {
        return new Page<>(overview.all(), null);
    }
}
