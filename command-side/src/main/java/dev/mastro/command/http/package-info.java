/** What all write endpoints share: strict requests, callers, answers and problems. */
@NullMarked
package dev.mastro.command.http;

import org.jspecify.annotations.NullMarked;
