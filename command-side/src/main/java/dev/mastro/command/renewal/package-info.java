/** What happens at the end of a period: renewal, a scheduled change, or the end. */
@NullMarked
package dev.mastro.command.renewal;

import org.jspecify.annotations.NullMarked;
