/** Debts that are given up: written off as lost, or void because they never counted. */
@NullMarked
package dev.mastro.command.debt;

import org.jspecify.annotations.NullMarked;
