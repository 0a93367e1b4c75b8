/** Accounts with their standing, their balance and how to find them. */
@NullMarked
package dev.mastro.query.account;

import org.jspecify.annotations.NullMarked;
