package io.openintegration.daemon.access.token;

/** Why a token is not accepted. */
public enum TokenRefusal {
    OVERSIZED("it is too long", true),
    MALFORMED("it cannot be read", true),
    UNKNOWN_ISSUER("nobody here trusts its issuer", true),
    ALGORITHM("its algorithm is not one of its issuer's", true),
    CRITICAL_HEADER("it demands a treatment that is not known", true),
    SIGNATURE("its signature is not its issuer's", true),
    WRONG_KIND("it is no access token", true),
    AUDIENCE("it is meant for somebody else", true),
    USER("it names no user", true),
    UNKNOWN_KEY("there is no such API key, or not any more", true),
    NOT_YET_VALID("it is not valid yet", false),
    EXPIRED("it has expired", false),
    REVOKED("it was revoked, or its user was removed", false),
    OTHER_ROLES("its user has other roles than producer by now, and API keys are for producers alone", false);

    private final String text;
    private final boolean suspicious;

    TokenRefusal(String text, boolean suspicious) {
        this.text = text;
        this.suspicious = suspicious;
    }

    public String text() {
        return text;
    }

    /** Whether well-behaved clients do not send such tokens; these count as failures of their address. */
    boolean isSuspicious() {
        return suspicious;
    }
}
