/** Checks the files of {@code docker/} against the product, without a container. */
@NullMarked
package dev.mastro.docker;

import org.jspecify.annotations.NullMarked;
