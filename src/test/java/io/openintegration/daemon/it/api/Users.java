package io.openintegration.daemon.it.api;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.access.UserDirectory;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.rest.Operation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A user of each role, made in the file of users before the application starts. */
final class Users {

    static final String DEPUTY = "walk-deputy";

    /** By name; {@link #DEPUTY} is operator and delegate. */
    static final Map<String, Set<Role>> ROLES = new TreeMap<>(Map.of(
            "walk-viewer",
            Set.of(Role.VIEWER),
            "walk-producer",
            Set.of(Role.PRODUCER),
            "walk-operator",
            Set.of(Role.OPERATOR),
            "walk-administrator",
            Set.of(Role.ADMINISTRATOR),
            "walk-delegate",
            Set.of(Role.DELEGATE),
            DEPUTY,
            Set.of(Role.OPERATOR, Role.DELEGATE)));

    private Users() {}

    static void make(Path dataDirectory) {
        UserDirectory users = new UserDirectory(dataDirectory, Clock.systemUTC());
        ROLES.forEach((user, roles) -> users.put(new UserId(user), roles, Requests.PASSWORD));
    }

    /** Whether the user may do what takes that role. */
    static boolean has(String user, String role) {
        return List.of(Operation.OPEN, Operation.EVERY_CALLER).contains(role)
                || ROLES.get(user).stream()
                        .flatMap(held -> held.included().stream())
                        .anyMatch(held -> held.roleName().equals(role));
    }
}
