package io.openintegration.daemon.access;

import java.time.Duration;

/** What became of credentials. */
public sealed interface LoginResult {

    /** They are right. */
    record Accepted(Caller caller) implements LoginResult {}

    /** They are wrong, or nobody can read them. */
    record Refused() implements LoginResult {}

    /** They were not looked at: too many were wrong before. */
    record Throttled(Duration retryAfter) implements LoginResult {}
}
