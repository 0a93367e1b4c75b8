/** The billing run: everything that falls due, done in order, by hand, by clock or by schedule. */
@NullMarked
package dev.mastro.command.billing;

import org.jspecify.annotations.NullMarked;
