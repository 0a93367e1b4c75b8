/** The worked examples of billing.md 2.2, through the decisions, with every figure written out. */
@NullMarked
package dev.mastro.command.examples;

import org.jspecify.annotations.NullMarked;
