package io.openintegration.daemon.access;

import io.openintegration.daemon.metadata.UserId;
import java.util.Set;

/** A user as the file of users knows it. */
record User(UserId id, Set<Role> roles, PasswordHash password) {

    User {
        roles = Set.copyOf(roles);
    }

    Caller caller() {
        return new Caller(id, roles);
    }
}
