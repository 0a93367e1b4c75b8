/** Each invariant beside a history that breaks it. */
@NullMarked
package dev.mastro.chaos.invariant;

import org.jspecify.annotations.NullMarked;
