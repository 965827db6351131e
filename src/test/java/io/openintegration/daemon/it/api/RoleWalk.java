package io.openintegration.daemon.it.api;

import io.openintegration.daemon.rest.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries every operation with a user of each role, and without one. Nothing is changed: no name that is sent exists. */
final class RoleWalk {

    private final Connection connection;
    private final List<String> complaints = new ArrayList<>();

    RoleWalk(Connection connection) {
        this.connection = connection;
    }

    /** What is not as the table of roles has it. */
    List<String> complaints(List<Operation> operations) {
        for (Operation operation : operations) {
            withoutCaller(operation);
            Users.ROLES.keySet().forEach(user -> as(operation, user, user));
            if (operation.pathParameters().stream().anyMatch(Requests::isUser)) {
                as(operation, Users.DEPUTY, "somebody-else");
                inTheNameOfAnother(operation);
            }
        }
        return complaints;
    }

    private void withoutCaller(Operation operation) {
        Answer answer = connection.send(request(operation, "somebody"));
        boolean refused = answer.status() == 401;
        if (refused == isOpen(operation) || answer.isHtml()) {
            complain(operation, "nobody", answer);
        }
    }

    private void as(Operation operation, String user, String pathUser) {
        boolean allowed = isOpen(operation)
                || operation
                        .role()
                        .map(role -> role.equals(Operation.EVERY_CALLER) || Users.has(user, role))
                        .orElse(false);
        if (allowed && !Requests.isHarmlessForUnknownNames(operation)) {
            return;
        }
        Answer answer = connection.send(request(operation, pathUser).as(user, Requests.PASSWORD));
        boolean asExpected = allowed ? !answer.isForbidden() && answer.status() != 401 : answer.isForbidden();
        if (!asExpected || answer.outcome() >= 500 || answer.isHtml()) {
            complain(operation, user, answer);
        }
    }

    private void inTheNameOfAnother(Operation operation) {
        Answer answer = connection.send(request(operation, Requests.USER).as("walk-administrator", Requests.PASSWORD));
        if (!answer.isForbidden()) {
            complain(operation, "walk-administrator in the name of another", answer);
        }
    }

    private static Wire request(Operation operation, String pathUser) {
        Wire wire = Wire.of(
                operation.method(), operation.path(name -> Requests.isUser(name) ? pathUser : Requests.unknown(name)));
        return operation.takesBody() ? wire.json("{") : wire;
    }

    private static boolean isOpen(Operation operation) {
        return operation.role().equals(Optional.of(Operation.OPEN));
    }

    private void complain(Operation operation, String user, Answer answer) {
        complaints.add("%s (%s) as %s: %s".formatted(operation, operation.role().orElse("?"), user, answer));
    }
}
