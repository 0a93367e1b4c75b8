/** Reads seller files, strictly: every mistake names its file, line and key. */
@NullMarked
package dev.mastro.command.catalog.file;

import org.jspecify.annotations.NullMarked;
