package io.openintegration.daemon.access.token;

import java.time.Duration;

/** A token cannot be checked now, since its issuer's keys cannot be fetched. */
public final class IssuerUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public IssuerUnavailableException(Duration retryAfter) {
        super("the issuer's keys are not there", null, false, false);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
