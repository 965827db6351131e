package io.openintegration.daemon.access;

import io.openintegration.daemon.metadata.UserId;

/** The rule for {@code {userId}} in a path: it must be the caller, or the caller must hold the role delegate. */
public final class PathUserRule {

    private PathUserRule() {}

    /**
     * Lets the caller pass where it may act for the user in the path.
     *
     * @throws UserNotAuthorizedException (ACCESS-403-001) where it may not
     */
    public static void check(Caller caller, UserId pathUser) {
        if (!caller.mayActFor(pathUser)) {
            throw new UserNotAuthorizedException(caller.user(), pathUser);
        }
    }
}
