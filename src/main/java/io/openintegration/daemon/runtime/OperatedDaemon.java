package io.openintegration.daemon.runtime;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.List;
import java.util.Optional;

/**
 * What operators can ask of a daemon, whichever node runs its connectors. Safe from any thread. On a node that stands by, requests
 * are passed on, wait a few seconds for the answer of the node that runs them, and may end with a {@link NoAnswerException}; what is
 * read from the history or the requests of others may end with a {@link io.openintegration.daemon.message.DaemonException}.
 */
public interface OperatedDaemon {

    /** All connectors by integration service, in the order of the configuration document. Takes no lock. */
    List<ServiceReport> status();

    /**
     * Begins a new life of each selected connector. Those that are stopped on purpose are left out, unless the selection names
     * the connector: then it is to be started from now on.
     *
     * @throws RequestRefusedException where the selection names a service or connector that this daemon does not have, or a
     *     connector outside of its time
     */
    RequestReceipt restart(ConnectorSelection selection, UserId by);

    /**
     * Refreshes each selected connector. Those that have failed, are stopped, paused or engaged on their own thread are left
     * out; where the selection names such a connector, it is an error.
     *
     * @throws RequestRefusedException where the selection names what this daemon does not have, or a connector that cannot
     *     be refreshed now
     */
    RequestReceipt refresh(ConnectorSelection selection, UserId by);

    /**
     * Refreshes each selected connector, and removes what earlier refreshes held back as far as it is still missing. Otherwise
     * as {@link #refresh}.
     *
     * @throws RequestRefusedException as with {@link #refresh}
     */
    RequestReceipt release(ConnectorSelection selection, UserId by);

    /**
     * Notes what the operator wants of connectors from now on, over restarts of the server too, and lets it come true.
     *
     * @throws RequestRefusedException where the selection names a service or connector that this daemon does not have
     */
    RequestReceipt setTarget(ConnectorSelection selection, TargetState target, UserId by);

    /** What became of a request; empty where it is not, or no longer, known. */
    Optional<RequestReceipt> request(RequestId id);

    /** A refresh, going on or ended; empty where it is not, or no longer, known. */
    Optional<RunReport> run(RunId id);

    /** The refreshes that match, the one that began last first; those that go on with their progress. */
    List<RunReport> runs(RunQuery query);

    /** What is kept of plans, and of the changes of runs. */
    PlanReading plans();

    /**
     * Lets a connector's next refresh be planned: nothing is written. The receipt's part ends when the plan is made.
     *
     * @param id of the plan, which nobody has used before
     * @throws RequestRefusedException where this daemon does not have the connector, or it cannot be asked now, or is being
     *     asked already ({@code INTEGRATION-DAEMON-SERVICES-409-016})
     */
    RequestReceipt plan(PlanId id, ConnectorName connector, UserId by);

    /**
     * Makes a plan again, and applies it if that comes to the same. The receipt's part ends when that is done, or refused.
     *
     * @throws RequestRefusedException {@code INTEGRATION-DAEMON-SERVICES-404-003} where it is not known, {@code -409-010} where
     *     it was applied or refused already, {@code -409-011} where the connector's configuration has changed, {@code -409-013}
     *     where it is a plan of an undo; or where the connector cannot be refreshed now
     */
    RequestReceipt applyPlan(PlanId id, UserId by);

    /**
     * Forgets a plan.
     *
     * @throws RequestRefusedException {@code INTEGRATION-DAEMON-SERVICES-404-003} where it is not known, {@code -409-012} where
     *     somebody works on it
     */
    void deletePlan(PlanId id, UserId by);

    /**
     * Pauses the connector, and takes back what a run of it did.
     *
     * @throws RequestRefusedException {@code INTEGRATION-DAEMON-SERVICES-404-001} where the run is not known, {@code -409-014}
     *     where it has not ended, {@code -409-015} where it is no refresh; or where this daemon does not have the connector
     */
    RequestReceipt undo(RunId run, UserId by);

    /**
     * Plans what {@link #undo} would do; nothing is written, and nobody paused.
     *
     * @param id of the plan, which nobody has used before
     * @throws RequestRefusedException as {@link #undo}, and as {@link #plan}
     */
    RequestReceipt planUndo(PlanId id, RunId run, UserId by);

    /**
     * Accepts events of lineage producers for all connectors that take such events in and are not stopped on purpose, whether they run
     * or have failed. All of the events, or none: when it returns they are stored for good. Waits for the database, though not for long.
     *
     * @return how many connectors that are; 0 where there are none, and nothing was kept
     * @throws io.openintegration.daemon.spi.ConnectorException where one of the connectors can make nothing of one of the events
     * @throws InboxFullException {@code INTEGRATION-DAEMON-SERVICES-503-020} where too many wait already, {@code -021} on a node that
     *     stands by
     */
    int receiveLineage(List<String> events);

    /**
     * Tries in steps whether a connector can do its work with its third party, from the node that is asked, with an instance of its own.
     * Waits for that, {@link ConnectionTrials#LIMIT} at the most.
     *
     * @throws RequestRefusedException where this daemon does not have the connector; {@code INTEGRATION-DAEMON-SERVICES-409-017} where it is
     *     being tried already, {@code -018} where it offers no test, {@code -019} on a node that stands by
     */
    ConnectionTrial tryConnection(ConnectorName connector, UserId by);

    /**
     * Asks a refresh to end early.
     *
     * @throws RequestRefusedException {@code INTEGRATION-DAEMON-SERVICES-404-001} where it is not known, {@code -409-002}
     *     where it has ended
     */
    void cancel(RunId id, UserId by);
}
