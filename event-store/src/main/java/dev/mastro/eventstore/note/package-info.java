/** Signed notes and checkpoints as C2SP defines them, readable by tools that know nothing of us. */
@NullMarked
package dev.mastro.eventstore.note;

import org.jspecify.annotations.NullMarked;
