package dev.mastro.command.work;

import dev.mastro.eventstore.SqlStates;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;

/** A command was not begun, because too many others are before it. */
public class TooBusyException extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    /** All that is left of the type of a failure when it crosses Axon Server. */
    private static final String DETAILS = "BUSY";

    /** Says what was waited for. */
    public TooBusyException(String why) {
        super(why, null, DETAILS);
    }

    /** Whether a failure is one of these, here or in the process that handled the command. */
    public static boolean is(@Nullable Throwable failure) {
        return failure instanceof CommandExecutionException refused
                && refused.getDetails().filter(DETAILS::equals).isPresent();
    }

    /** Whether a failure is one of these, or the pool had no connection to give in time. */
    public static boolean isToComeAgain(Throwable failure) {
        return is(failure) || SqlStates.isWithoutConnection(failure);
    }
}
