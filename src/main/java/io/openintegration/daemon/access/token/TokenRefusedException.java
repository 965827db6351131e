package io.openintegration.daemon.access.token;

/** A token is not accepted. Goes no further than {@link BearerLogin}: callers are not told why. */
public final class TokenRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final TokenRefusal reason;

    public TokenRefusedException(TokenRefusal reason) {
        super(reason.text(), null, false, false); // a stack trace would be the most expensive part of the refusal
        this.reason = reason;
    }

    public TokenRefusal reason() {
        return reason;
    }
}
