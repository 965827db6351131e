package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.run.RunHistory;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.runtime.run.RunReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The refreshes of one daemon, going on or ended. What its connectors know of theirs counts before what the history has: it may not have
 * heard of their end yet.
 *
 * @param connectors those that the daemon hosts at present
 */
record RunDesk(ServerName daemon, RunHistory history, Supplier<List<HostedConnector>> connectors) {

    Optional<RunReport> find(RunId id) {
        return beforeHistory().filter(run -> run.id().equals(id)).findFirst().or(() -> history.find(daemon, id));
    }

    /** @throws RequestRefusedException {@code INTEGRATION-DAEMON-SERVICES-404-001} where there is none */
    RunReport require(RunId id) {
        return find(id).orElseThrow(() -> new RequestRefusedException(RuntimeMessage.UNKNOWN_RUN.with(id, daemon)));
    }

    /** Those that match, the one that began last first. */
    List<RunReport> list(RunQuery query) {
        Map<RunId, RunReport> known =
                beforeHistory().collect(Collectors.toMap(RunReport::id, run -> run, (ended, running) -> ended));
        return history.list(daemon, query).stream()
                .map(run -> run.outcome().hasEnded() ? run : known.getOrDefault(run.id(), run))
                .toList();
    }

    private Stream<RunReport> beforeHistory() {
        return connectors.get().stream().flatMap(HostedConnector::runsBeforeHistory);
    }
}
