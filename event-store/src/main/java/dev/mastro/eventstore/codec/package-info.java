/** How events become stored bytes and stored bytes of any age become events again. */
@NullMarked
package dev.mastro.eventstore.codec;

import org.jspecify.annotations.NullMarked;
