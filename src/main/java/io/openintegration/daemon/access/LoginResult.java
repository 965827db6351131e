package io.openintegration.daemon.access;

import java.time.Duration;

/** What became of credentials. */
public sealed interface LoginResult {

    /** They are right. */
    record Accepted(Caller caller) implements LoginResult {}

    /** There are none. */
    record Missing() implements LoginResult {}

    /** User or password are wrong, or nobody can read them. */
    record Refused() implements LoginResult {}

    /** The bearer token is not accepted, for whatever reason. */
    record TokenRefused() implements LoginResult {}

    /** They were not accepted, and too many were wrong before. */
    record Throttled(Duration retryAfter) implements LoginResult {}

    /** They cannot be checked, since the issuer of the token does not answer. */
    record Unavailable(Duration retryAfter) implements LoginResult {}
}
