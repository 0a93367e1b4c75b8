/** Sends every write of the published contract everything that it should refuse. */
@NullMarked
package dev.mastro.command.http.sweep;

import org.jspecify.annotations.NullMarked;
