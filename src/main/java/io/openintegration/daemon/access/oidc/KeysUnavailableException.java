package io.openintegration.daemon.access.oidc;

/** An issuer's keys cannot be fetched; the message says why, in words fit for the audit log. */
final class KeysUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    KeysUnavailableException(String why) {
        super(why);
    }
}
