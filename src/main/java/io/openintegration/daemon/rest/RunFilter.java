package io.openintegration.daemon.rest;

import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Optional;

/** Reads which refreshes a caller wants to see. */
final class RunFilter {

    static final int LONGEST_LIST = 1_000;

    private RunFilter() {}

    /**
     * @param outcome as the caller wrote it; null means any
     * @throws RejectedRequestException {@code REST-REQUEST-400-005} where a value is not what is expected
     */
    static RunQuery of(Optional<String> connector, String outcome, String limit) {
        return new RunQuery(
                connector.map(RunFilter::connector),
                Optional.ofNullable(outcome).map(name -> QueryValue.choice("outcome", name, RunOutcome.class)),
                QueryValue.number("limit", limit, 1, LONGEST_LIST));
    }

    static ConnectorName connector(String name) {
        if (name.isBlank()) {
            throw QueryValue.bad("connector", name, "the name of a connector");
        }
        return new ConnectorName(name);
    }
}
