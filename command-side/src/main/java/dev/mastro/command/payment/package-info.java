/** Money that arrives: charges, transfers, express payments, and what was missed. */
@NullMarked
package dev.mastro.command.payment;

import org.jspecify.annotations.NullMarked;
