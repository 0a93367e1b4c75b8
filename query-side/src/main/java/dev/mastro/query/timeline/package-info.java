/** The timeline of an account: every fact in order, in words, with amounts and who did it. */
@NullMarked
package dev.mastro.query.timeline;

import org.jspecify.annotations.NullMarked;
