/** What is measured, each figure beside its baseline. */
@NullMarked
package dev.mastro.benchmarks.figure;

import org.jspecify.annotations.NullMarked;
