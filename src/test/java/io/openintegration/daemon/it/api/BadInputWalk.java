package io.openintegration.daemon.it.api;

import io.openintegration.daemon.rest.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Sends every kind of bad input to every operation, and looks at each answer and at what is there afterwards. */
final class BadInputWalk {

    private final Connection connection;
    private final World world;
    private final ApplicationServer server;
    private final Set<String> answeredByServer = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();
    private int requests;

    BadInputWalk(Connection connection, World world, ApplicationServer server) {
        this.connection = connection;
        this.world = world;
        this.server = server;
    }

    /** What was not answered as it should be, or changed something: operation, kind, what is wrong, the answer. */
    List<String> complaints(List<Operation> operations) {
        List<Kind> kinds = Stream.of(BadPaths.kinds(), BadQueries.kinds(), BadHeaders.kinds(), BadBodies.kinds())
                .flatMap(found -> found)
                .toList();
        String before = world.toString();
        for (Operation operation : operations) {
            kinds.stream()
                    .filter(kind -> kind.applies().test(operation) && isHarmless(kind, operation))
                    .forEach(kind -> send(operation, kind));
            String after = world.toString();
            if (!after.equals(before)) {
                complaints.add("%s changed something:\n%s\n%s".formatted(operation, before, after));
            }
            before = after;
        }
        complaints.addAll(server.neverSeen(answeredByServer));
        return complaints;
    }

    int requests() {
        return requests;
    }

    /** What may succeed must have nothing to succeed with. */
    private static boolean isHarmless(Kind kind, Operation operation) {
        Set<Integer> outcomes = kind.expectation().apply(operation).outcomes();
        boolean refused = !outcomes.isEmpty() && outcomes.stream().allMatch(outcome -> outcome >= 400);
        // a stream that is begun does not end
        return refused || (!operation.isEndless() && Requests.isHarmlessForUnknownNames(operation));
    }

    private void send(Operation operation, Kind kind) {
        Wire request = kind.request().apply(operation);
        Answer answer = connection.send(request);
        requests++;
        if (server.gave(answer, kind)) {
            answeredByServer.add(kind.name());
            return;
        }
        Verdict.complaint(operation, request, answer, kind.expectation().apply(operation))
                .or(() -> request.method().equals("OPTIONS")
                                && answer.header("allow").isEmpty()
                        ? Optional.of("the header Allow is missing")
                        : Optional.empty())
                .ifPresent(complaint ->
                        complaints.add("%s with %s: %s: %s".formatted(operation, kind.name(), complaint, answer)));
    }
}
