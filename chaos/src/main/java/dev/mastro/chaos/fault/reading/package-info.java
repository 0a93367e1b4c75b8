/** Read models that lag, are made again, or meet what they cannot read. */
@NullMarked
package dev.mastro.chaos.fault.reading;

import org.jspecify.annotations.NullMarked;
