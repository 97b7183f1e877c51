package org.pledgetracker.webkit;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A setting or a file is such that the service must not start: said in words, without a stack trace. */
public final class CannotStart extends RuntimeException {

    private final String action;

    /**
     * A refusal to start.
     *
     * @param reason what is wrong
     * @param action what to do about it
     */
    public CannotStart(String reason, String action) {
        super(reason);
        this.action = action;
    }

    /** Prints it in place of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<CannotStart> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, CannotStart cause) {
            return new FailureAnalysis(cause.getMessage(), cause.action, cause);
        }
    }
}
