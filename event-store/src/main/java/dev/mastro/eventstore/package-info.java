/** The event log of both sides, on PostgreSQL or on Axon Server. */
@NullMarked
package dev.mastro.eventstore;

import org.jspecify.annotations.NullMarked;
