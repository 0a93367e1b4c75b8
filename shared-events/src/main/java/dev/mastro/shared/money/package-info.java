/** Exact arithmetic on amounts: proration, tax shares, rates (billing.md C4 to C8). */
@NullMarked
package dev.mastro.shared.money;

import org.jspecify.annotations.NullMarked;
