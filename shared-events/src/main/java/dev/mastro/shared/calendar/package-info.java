/** Local dates of billing: cycles, periods and their anchors (billing.md C1 to C4, C11). */
@NullMarked
package dev.mastro.shared.calendar;

import org.jspecify.annotations.NullMarked;
