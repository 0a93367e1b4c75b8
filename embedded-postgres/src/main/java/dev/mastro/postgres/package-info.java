/** A real PostgreSQL that the process unpacks, starts and stops by itself. */
@NullMarked
package dev.mastro.postgres;

import org.jspecify.annotations.NullMarked;
