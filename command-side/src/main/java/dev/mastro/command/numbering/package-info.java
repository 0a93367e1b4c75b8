/** Numbers of documents that all accounts of a seller share, without gaps (design.md 3). */
@NullMarked
package dev.mastro.command.numbering;

import org.jspecify.annotations.NullMarked;
