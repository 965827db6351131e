package io.openintegration.daemon.rest;

import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads which refreshes a caller wants to see. */
final class RunFilter {

    private static final int LONGEST_LIST = 1_000;

    private RunFilter() {}

    /**
     * @param outcome as the caller wrote it; null means any
     * @throws RejectedRequestException {@code REST-REQUEST-400-005} where a value is not what is expected
     */
    static RunQuery of(Optional<String> connector, String outcome, String limit) {
        return new RunQuery(
                connector.map(RunFilter::connector),
                Optional.ofNullable(outcome).map(RunFilter::outcome),
                QueryValue.number("limit", limit, 1, LONGEST_LIST));
    }

    private static ConnectorName connector(String name) {
        if (name.isBlank()) {
            throw QueryValue.bad("connector", name, "the name of a connector");
        }
        return new ConnectorName(name);
    }

    private static RunOutcome outcome(String name) {
        return Arrays.stream(RunOutcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElseThrow(() -> QueryValue.bad("outcome", name, "one of " + names()));
    }

    private static String names() {
        return Arrays.stream(RunOutcome.values()).map(RunOutcome::name).collect(Collectors.joining(", "));
    }
}
