/** Subscriptions: the aggregate, its licences' users, cancelling and coming back. */
@NullMarked
package dev.mastro.command.subscription;

import org.jspecify.annotations.NullMarked;
