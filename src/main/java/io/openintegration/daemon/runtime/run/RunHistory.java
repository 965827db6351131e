package io.openintegration.daemon.runtime.run;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Port: the refreshes of daemons, for as long as they are kept; survives restarts of the server. Safe from any thread. Where it
 * cannot be reached, all methods throw a {@link io.openintegration.daemon.message.DaemonException}.
 */
public interface RunHistory {

    /** Notes that a refresh has begun. */
    void begun(ServerName daemon, RunReport run);

    /** Notes how a refresh ended, also one whose beginning is not known. The first outcome of a run stays. */
    void ended(ServerName daemon, RunReport run);

    /** Told once of each run that ends, by any thread, before it is {@linkplain #ended noted}, which may fail and be tried again. Never waits. */
    default void told(ServerName daemon, RunReport run) {
        // nothing is to be kept of it
    }

    /**
     * Ends all runs of a daemon that have not ended as {@link RunOutcome#LOST}: called before its connectors are started, when
     * whatever ran them is gone.
     *
     * @return how many there were
     */
    int endLost(ServerName daemon, Instant now);

    Optional<RunReport> find(ServerName daemon, RunId id);

    /** The runs that match, the one that began last first. */
    List<RunReport> list(ServerName daemon, RunQuery query);

    /**
     * Of each connector the last {@linkplain RunTrigger#isRefresh() refresh} that ended {@link RunOutcome#SUCCEEDED} or {@link
     * RunOutcome#DEGRADED}.
     */
    Map<ConnectorName, RunReport> lastSuccesses(ServerName daemon);

    /**
     * Forgets the runs that ended before that time, though of each connector never the last success.
     *
     * @return how many were forgotten
     */
    int purge(Instant before);
}
