/** The house rules about dependencies and declarations, each shown to be able to fail. */
@NullMarked
package dev.mastro.architecture;

import org.jspecify.annotations.NullMarked;
