/** Has the conversation of the README with a running Mastro. */
@NullMarked
package dev.mastro.readme;

import org.jspecify.annotations.NullMarked;
