package io.openintegration.daemon.rest;

import java.util.Collection;
import java.util.stream.Collectors;

/** Renders docs/roles.md. */
final class RoleTable {

    private static final String HEAD =
            """
            # Roles

            Every operation, and the role that its caller needs. Generated: do not edit (CONTRIBUTING.md, "Add an operation"). An
            *operator* is a *viewer* and a *producer*, too, and an *administrator* an *operator*. A user in the path must be the
            caller, unless the caller is a *delegate*. The audit records of the server `platform` are for administrators.

            | operation | role |
            |---|---|
            """;

    private RoleTable() {}

    static String of(Collection<Operation> operations) {
        return operations.stream()
                .map(operation -> "| `%s` | %s |\n"
                        .formatted(
                                operation,
                                operation
                                        .role()
                                        .orElseThrow(() -> new IllegalStateException(
                                                operation + ": give " + operation.code() + " a @Permits"))))
                .collect(Collectors.joining("", HEAD, ""));
    }
}
