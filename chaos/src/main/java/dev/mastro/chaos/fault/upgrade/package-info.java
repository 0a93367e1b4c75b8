/** What a later version finds that an earlier one has left. */
@NullMarked
package dev.mastro.chaos.fault.upgrade;

import org.jspecify.annotations.NullMarked;
