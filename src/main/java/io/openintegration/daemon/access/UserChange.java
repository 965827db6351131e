package io.openintegration.daemon.access;

import java.util.Optional;
import java.util.Set;

/**
 * What a user is to be.
 *
 * @param password empty to keep the present one
 */
public record UserChange(Set<Role> roles, Optional<String> password) {

    public UserChange {
        roles = Set.copyOf(roles);
    }

    /** Shows the roles alone. */
    @Override
    public String toString() {
        return "roles " + roles;
    }
}
