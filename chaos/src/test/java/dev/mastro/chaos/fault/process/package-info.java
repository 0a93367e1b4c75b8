/** What shows that another process has taken over. */
@NullMarked
package dev.mastro.chaos.fault.process;

import org.jspecify.annotations.NullMarked;
