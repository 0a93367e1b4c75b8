/** Many senders who want the same. */
@NullMarked
package dev.mastro.chaos.fault.race;

import org.jspecify.annotations.NullMarked;
