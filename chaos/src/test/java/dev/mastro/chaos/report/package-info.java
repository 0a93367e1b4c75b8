/** Results are kept and told as they were. */
@NullMarked
package dev.mastro.chaos.report;

import org.jspecify.annotations.NullMarked;
