/** Money back: a payment, or what a subscription was last billed, each through a credit note. */
@NullMarked
package dev.mastro.command.refund;

import org.jspecify.annotations.NullMarked;
