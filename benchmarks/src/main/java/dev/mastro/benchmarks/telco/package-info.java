/** The importer of a real book of customers: one whole life through the public HTTP contract. */
@NullMarked
package dev.mastro.benchmarks.telco;

import org.jspecify.annotations.NullMarked;
