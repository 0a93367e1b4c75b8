/** Subscriptions as they are. */
@NullMarked
package dev.mastro.query.subscription;

import org.jspecify.annotations.NullMarked;
