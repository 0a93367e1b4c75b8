package dev.mastro.command.platform;

import dev.mastro.command.catalog.file.InvalidSellerFile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A mistake in a seller file is one line on the terminal, not a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SellerMistakeReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSellerFile mistake) {
                System.err.println("mastro: " + mistake.getMessage());
                return true;
            }
        }
        return false;
    }
}
