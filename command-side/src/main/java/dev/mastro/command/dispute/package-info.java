/** Payments that the provider takes back: disputed, and won or lost in the end. */
@NullMarked
package dev.mastro.command.dispute;

import org.jspecify.annotations.NullMarked;
