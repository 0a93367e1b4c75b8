/** Credit grants and what is left of each. */
@NullMarked
package dev.mastro.query.credit;

import org.jspecify.annotations.NullMarked;
