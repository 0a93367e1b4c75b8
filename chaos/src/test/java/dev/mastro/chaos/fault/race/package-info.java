/** What races may not come to. */
@NullMarked
package dev.mastro.chaos.fault.race;

import org.jspecify.annotations.NullMarked;
