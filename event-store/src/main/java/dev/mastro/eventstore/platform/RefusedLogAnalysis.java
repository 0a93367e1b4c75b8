package dev.mastro.eventstore.platform;

import dev.mastro.eventstore.checkpoint.RefusedLog;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a start that is refused because of the log say why, instead of where in the code. */
final class RefusedLogAnalysis extends AbstractFailureAnalyzer<RefusedLog> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, RefusedLog cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Nothing was changed. Look at the log with ./mastro verify.",
                cause);
    }
}
