/** A program outside of Mastro that speaks its public HTTP contract. */
@NullMarked
package dev.mastro.benchmarks.http;

import org.jspecify.annotations.NullMarked;
