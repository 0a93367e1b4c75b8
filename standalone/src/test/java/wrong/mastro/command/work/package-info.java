/** Wrong on purpose, so that a rule of the house is seen to fail. */
@NullMarked
package wrong.mastro.command.work;

import org.jspecify.annotations.NullMarked;
