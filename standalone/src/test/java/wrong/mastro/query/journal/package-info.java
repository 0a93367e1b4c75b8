/** Wrong on purpose, so that a rule of the house is seen to fail. */
@NullMarked
package wrong.mastro.query.journal;

import org.jspecify.annotations.NullMarked;
