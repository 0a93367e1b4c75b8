/** Changes to a copy of the log that somebody with all rights may try, each of which is found. */
@NullMarked
package dev.mastro.chaos.tamper;

import org.jspecify.annotations.NullMarked;
