package org.pledgetracker.pledge;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why the service refuses to start instead of a stack trace. */
class SayWhyItRefuses extends AbstractFailureAnalyzer<RefusesToStart> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RefusesToStart cause) {
        @Nullable String action = null;
        return new FailureAnalysis(cause.getMessage(), action, cause);
    }
}
