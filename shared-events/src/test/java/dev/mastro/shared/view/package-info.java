/** Tests of what both sides answer over HTTP. */
@NullMarked
package dev.mastro.shared.view;

import org.jspecify.annotations.NullMarked;
