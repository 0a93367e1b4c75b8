/** The card gateway as the ledger sees it, and the embedded one that stands for a real one. */
@NullMarked
package dev.mastro.command.payment.gateway;

import org.jspecify.annotations.NullMarked;
