package io.openintegration.daemon.access;

import io.openintegration.daemon.metadata.UserId;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who sends a request.
 *
 * @param roles with all that they include
 */
public record Caller(UserId user, Set<Role> roles) {

    public Caller {
        roles = roles.stream().flatMap(role -> role.included().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The caller as the container knows it: {@code holds} answers for a role's name. */
    public static Caller of(UserId user, Predicate<String> holds) {
        return new Caller(
                user,
                Arrays.stream(Role.values())
                        .filter(role -> holds.test(role.roleName()))
                        .collect(Collectors.toSet()));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether the caller is that user, or may stand in for others. */
    public boolean mayActFor(UserId other) {
        return user.equals(other) || has(Role.DELEGATE);
    }

    /** The names of the roles, as the container wants them. */
    public Set<String> roleNames() {
        return roles.stream().map(Role::roleName).collect(Collectors.toUnmodifiableSet());
    }
}
