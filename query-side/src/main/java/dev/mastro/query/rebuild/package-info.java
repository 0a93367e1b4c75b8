/** Builds read models again beside the live ones, compares them and puts them in their place. */
@NullMarked
package dev.mastro.query.rebuild;

import org.jspecify.annotations.NullMarked;
