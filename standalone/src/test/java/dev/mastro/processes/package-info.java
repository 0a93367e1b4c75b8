/** Both sides as processes of their own, several of each, on one database. */
@NullMarked
package dev.mastro.processes;

import org.jspecify.annotations.NullMarked;
