package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Title;

/** Something that is measured in several rounds, in a world of its own. */
interface Figure {

    Title title();

    /** Prepares what it needs, measures, and cleans up. */
    void measure(Course course);
}
