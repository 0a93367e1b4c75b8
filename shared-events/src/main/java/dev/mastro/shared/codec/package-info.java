/** How events become stored bytes and come back: type names, revisions and the one JSON mapper. */
@NullMarked
package dev.mastro.shared.codec;

import org.jspecify.annotations.NullMarked;
