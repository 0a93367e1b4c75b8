/** The worked examples of billing.md 2.2, told over HTTP to one running Mastro. */
@NullMarked
package dev.mastro.examples;

import org.jspecify.annotations.NullMarked;
