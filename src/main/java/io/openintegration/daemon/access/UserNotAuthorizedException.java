package io.openintegration.daemon.access;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.metadata.UserId;

/** A caller acts in the name of somebody else without being allowed to ({@code ACCESS-403-001}). */
public final class UserNotAuthorizedException extends DaemonException {

    private static final long serialVersionUID = 1L;

    public UserNotAuthorizedException(UserId caller, UserId other) {
        super(AccessMessage.NO_DELEGATE.with(caller, other));
    }
}
