/** A suite that brings about faults under load and checks what must hold after each of them. */
@NullMarked
package dev.mastro.chaos;

import org.jspecify.annotations.NullMarked;
