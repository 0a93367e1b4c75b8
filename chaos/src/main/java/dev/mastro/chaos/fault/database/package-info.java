/** A database that is gone, slow, full or cut off. */
@NullMarked
package dev.mastro.chaos.fault.database;

import org.jspecify.annotations.NullMarked;
