/** The books of the whole house, as far as facts are recorded about them themselves. */
@NullMarked
package dev.mastro.shared.books;

import org.jspecify.annotations.NullMarked;
