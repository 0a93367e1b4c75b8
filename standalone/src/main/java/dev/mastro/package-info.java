/** One process with both sides on an embedded PostgreSQL. */
@NullMarked
package dev.mastro;

import org.jspecify.annotations.NullMarked;
