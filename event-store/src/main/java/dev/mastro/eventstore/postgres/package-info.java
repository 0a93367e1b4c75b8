/** The event log on PostgreSQL, behind Axon's public types. */
@NullMarked
package dev.mastro.eventstore.postgres;

import org.jspecify.annotations.NullMarked;
