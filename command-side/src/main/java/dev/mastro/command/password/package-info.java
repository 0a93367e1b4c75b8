/** Passwords: judged by the seller's policy, noted when changed, never kept. */
@NullMarked
package dev.mastro.command.password;

import org.jspecify.annotations.NullMarked;
