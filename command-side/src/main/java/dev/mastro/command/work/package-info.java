/**
 * From a command to its answer: load the book, decide, record, index, and write the answer down.
 */
@NullMarked
package dev.mastro.command.work;

import org.jspecify.annotations.NullMarked;
