package io.openintegration.daemon.runtime.plan;

import io.openintegration.daemon.metadata.ServerName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Port: the plans of daemons, for as long as they are kept; survives restarts of the server. Their changes are in {@link
 * io.openintegration.daemon.reconcile.ChangeLists}. Safe from any thread. Where it cannot be reached, all methods throw a {@link
 * io.openintegration.daemon.message.DaemonException}.
 */
public interface Plans {

    /** Keeps a plan as it is now; one of the same id is replaced. */
    void keep(ServerName daemon, Plan plan);

    /**
     * Keeps a plan as it is now, if it is still in that state.
     *
     * @return whether it was
     */
    boolean change(ServerName daemon, PlanState from, Plan plan);

    Optional<Plan> find(ServerName daemon, PlanId id);

    /** The plans that match, the one that was asked for last first. */
    List<Plan> list(ServerName daemon, PlanQuery query);

    /** Forgets a plan, with its changes. */
    void delete(ServerName daemon, PlanId id);

    /**
     * Ends all plans of a daemon that somebody works on as {@link PlanState#FAILED}: called before its connectors are started,
     * when whatever worked on them is gone.
     *
     * @return how many there were
     */
    int endLost(ServerName daemon);

    /**
     * Forgets the plans that were asked for before that time, with their changes, apart from those that somebody works on.
     *
     * @return how many were forgotten
     */
    int purge(Instant before);

    /** Forgets the changes of runs that began before that time: these can be undone no longer. */
    void purgeChangesOfRuns(Instant before);
}
