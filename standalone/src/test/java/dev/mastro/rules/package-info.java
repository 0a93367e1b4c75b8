/** Holds the list of rules against the tests that it names. */
@NullMarked
package dev.mastro.rules;

import org.jspecify.annotations.NullMarked;
