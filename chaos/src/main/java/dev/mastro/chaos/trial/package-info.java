/** One fault, brought about once: load, strike, evidence, healing, checks. */
@NullMarked
package dev.mastro.chaos.trial;

import org.jspecify.annotations.NullMarked;
