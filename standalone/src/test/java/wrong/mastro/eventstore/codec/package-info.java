/** Wrong on purpose, so that a rule of the house is seen to fail. */
@NullMarked
package wrong.mastro.eventstore.codec;

import org.jspecify.annotations.NullMarked;
