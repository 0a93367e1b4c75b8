/** The importer of a real book of customers, and the benchmarks. */
@NullMarked
package dev.mastro.benchmarks;

import org.jspecify.annotations.NullMarked;
