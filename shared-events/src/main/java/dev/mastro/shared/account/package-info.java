/** Accounts: their facts, credit, payments and orders. */
@NullMarked
package dev.mastro.shared.account;

import org.jspecify.annotations.NullMarked;
