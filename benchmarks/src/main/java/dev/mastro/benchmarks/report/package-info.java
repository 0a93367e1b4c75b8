/** What was measured: raw samples, their medians, a table and a picture. */
@NullMarked
package dev.mastro.benchmarks.report;

import org.jspecify.annotations.NullMarked;
