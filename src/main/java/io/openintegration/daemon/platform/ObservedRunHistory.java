package io.openintegration.daemon.platform;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.run.RunHistory;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells of each refresh that ends, once, whether its end can be noted in the history or not. */
record ObservedRunHistory(RunHistory history, Consumer<RunEnded> observer) implements RunHistory {

    @Override
    public void begun(ServerName daemon, RunReport run) {
        history.begun(daemon, run);
    }

    @Override
    public void ended(ServerName daemon, RunReport run) {
        history.ended(daemon, run);
    }

    @Override
    public void told(ServerName daemon, RunReport run) {
        observer.accept(new RunEnded(daemon, run));
    }

    @Override
    public int endLost(ServerName daemon, Instant now) {
        return history.endLost(daemon, now);
    }

    @Override
    public Optional<RunReport> find(ServerName daemon, RunId id) {
        return history.find(daemon, id);
    }

    @Override
    public List<RunReport> list(ServerName daemon, RunQuery query) {
        return history.list(daemon, query);
    }

    @Override
    public Map<ConnectorName, RunReport> lastSuccesses(ServerName daemon) {
        return history.lastSuccesses(daemon);
    }

    @Override
    public int purge(Instant before) {
        return history.purge(before);
    }
}
