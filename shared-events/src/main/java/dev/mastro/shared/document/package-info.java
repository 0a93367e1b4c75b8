/** Documents that have left the house, and what proves that they are the same. */
@NullMarked
package dev.mastro.shared.document;

import org.jspecify.annotations.NullMarked;
