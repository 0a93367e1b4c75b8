/** The results, kept and told. */
@NullMarked
package dev.mastro.chaos.report;

import org.jspecify.annotations.NullMarked;
