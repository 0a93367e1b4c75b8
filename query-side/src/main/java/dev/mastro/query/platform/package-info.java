/** Wiring of the reading side: projections, problem details, health; holds no billing word. */
@NullMarked
package dev.mastro.query.platform;

import org.jspecify.annotations.NullMarked;
