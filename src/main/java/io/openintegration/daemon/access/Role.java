package io.openintegration.daemon.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a caller may do. An administrator may all that an operator may, an operator all that a viewer and a producer may. */
public enum Role {
    /** May look at everything that is no secret. */
    VIEWER,
    /** May send lineage events, and nothing else: for the systems that produce them. */
    PRODUCER,
    /** May start, stop, restart and refresh. */
    OPERATOR,
    /** May change configuration and users. */
    ADMINISTRATOR,
    /** May act in the name of other users. */
    DELEGATE;

    /** The name of the role in files, and for the container. */
    public String roleName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This role and those that it includes. */
    public Set<Role> included() {
        return switch (this) {
            case ADMINISTRATOR -> EnumSet.of(ADMINISTRATOR, OPERATOR, PRODUCER, VIEWER);
            case OPERATOR -> EnumSet.of(OPERATOR, PRODUCER, VIEWER);
            case VIEWER, PRODUCER, DELEGATE -> EnumSet.of(this);
        };
    }

    /** The role of that name, or empty where there is none. */
    public static Optional<Role> named(String roleName) {
        return Arrays.stream(values())
                .filter(role -> role.roleName().equals(roleName))
                .findFirst();
    }
}
