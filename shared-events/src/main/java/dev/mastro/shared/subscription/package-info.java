/** Subscriptions: their facts and the lines that pay for them. */
@NullMarked
package dev.mastro.shared.subscription;

import org.jspecify.annotations.NullMarked;
