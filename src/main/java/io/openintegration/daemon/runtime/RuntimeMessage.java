package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.message.MessageText.audit;
import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What an integration daemon says. Ids and parameters follow Egeria's, so that runbooks keep working. */
public enum RuntimeMessage implements MessageDefinition {
    DAEMON_STARTING(audit(
            "INTEGRATION-DAEMON-SERVICES-0001",
            Severity.STARTUP,
            "The integration daemon services of server {0} are starting",
            "The daemon sets up its integration services and their connectors.",
            "Nothing to do; INTEGRATION-DAEMON-SERVICES-0013 follows when they are set up.")),
    SERVICE_WITHOUT_CONNECTORS(audit(
            "INTEGRATION-DAEMON-SERVICES-0007",
            Severity.ERROR,
            "The {0} has no connectors configured",
            "The service is listed, but does nothing.",
            "Add connectors to the service in the configuration document, or remove the service.")),
    CONNECTOR_INITIALIZING(audit(
            "INTEGRATION-DAEMON-SERVICES-0008",
            Severity.STARTUP,
            "Connector {0} of the {1} in daemon {2} is being set up; permitted synchronization is {3}",
            "The connector is created and given access to open metadata.",
            "Nothing to do.")),
    DAEMON_STARTED(audit(
            "INTEGRATION-DAEMON-SERVICES-0013",
            Severity.STARTUP,
            "The integration daemon services of server {0} are set up",
            "The connectors start one after the other, beside the server.",
            "Ask for the daemon's status to see how they fare.")),
    NO_SERVICES(audit(
            "INTEGRATION-DAEMON-SERVICES-0017",
            Severity.INFO,
            "The integration daemon {0} has no integration services configured",
            "The daemon runs without connectors.",
            "Add integration services to its configuration document.")),
    DAEMON_STOPPING(audit(
            "INTEGRATION-DAEMON-SERVICES-0020",
            Severity.SHUTDOWN,
            "The integration daemon {0} is stopping",
            "Its connectors are told to end and are disconnected.",
            "Nothing to do.")),
    CONNECTOR_STOPPING(audit(
            "INTEGRATION-DAEMON-SERVICES-0022",
            Severity.SHUTDOWN,
            "Connector {0} is being disconnected",
            "It is not called any more after that.",
            "Nothing to do.")),
    DISCONNECT_FAILED(audit(
            "INTEGRATION-DAEMON-SERVICES-0023",
            Severity.EXCEPTION,
            "Connector {0} could not be disconnected cleanly: {1} with message {2}",
            "The connector is regarded as stopped; it may hold on to resources of its third party.",
            "Look at the third party for connections left open, and report the fault to the connector's author.")),
    CONNECTOR_STOPPED(audit(
            "INTEGRATION-DAEMON-SERVICES-0024",
            Severity.SHUTDOWN,
            "Connector {0} of the {1} is disconnected",
            "It is not called any more.",
            "Restart it to use it again.")),
    DAEMON_STOPPED(audit(
            "INTEGRATION-DAEMON-SERVICES-0026",
            Severity.SHUTDOWN,
            "The integration daemon {0} has stopped",
            "None of its connectors is called any more.",
            "Start the server to use it again.")),
    THREAD_STARTED(audit(
            "INTEGRATION-DAEMON-SERVICES-0030",
            Severity.STARTUP,
            "Connector {0} of daemon {1} is engaged on a thread of its own",
            "It works until it is stopped.",
            "Nothing to do.")),
    METHOD_THREW(audit(
            "INTEGRATION-DAEMON-SERVICES-0031",
            Severity.EXCEPTION,
            "Method {1} of integration connector {0} ended with a {2} exception: {3}",
            "The connector has failed; it is not called again until it is restarted.",
            "Remove the cause that the message names, then restart the connector.")),
    ENGAGE_RETURNED(audit(
            "INTEGRATION-DAEMON-SERVICES-0034",
            Severity.INFO,
            "Connector {0} of daemon {1} ended its work by itself",
            "It is disconnected and shown as stopped.",
            "Restart it if it should go on.")),
    THREAD_ENDING(audit(
            "INTEGRATION-DAEMON-SERVICES-0035",
            Severity.SHUTDOWN,
            "The thread of connector {0} of daemon {1} has ended",
            "The connector is no longer engaged.",
            "Nothing to do.")),
    CREATION_FAILED(audit(
            "INTEGRATION-DAEMON-SERVICES-0037",
            Severity.ERROR,
            "Connector {0} cannot be created; method {1} ended with a {2} exception: {3}",
            "The connector is not called. Other connectors are not affected.",
            "Correct the connector's section of the configuration document, then apply it, or restart the daemon.")),
    FIRST_REFRESH(audit(
            "INTEGRATION-DAEMON-SERVICES-0041",
            Severity.INFO,
            "Connector {0} of daemon {1} begins its first refresh",
            "Its third party is compared with open metadata.",
            "Nothing to do.")),
    ANOTHER_REFRESH(audit(
            "INTEGRATION-DAEMON-SERVICES-0042",
            Severity.INFO,
            "Connector {0} of daemon {1} begins another refresh",
            "Its third party is compared with open metadata.",
            "Nothing to do.")),
    REFRESH_COMPLETE(audit(
            "INTEGRATION-DAEMON-SERVICES-0043",
            Severity.INFO,
            "Connector {0} of daemon {1} has completed a refresh in {2} ms: {3} created, {4} updated, {5} removed,"
                    + " {6} unchanged",
            "What was different is now the same in open metadata.",
            "Nothing to do.")),
    REFRESH_INCOMPLETE(audit(
            "INTEGRATION-DAEMON-SERVICES-0071",
            Severity.ACTION,
            "The refresh of connector {0} of daemon {1} left out {2} item(s); the first: {3}",
            "What could not be read stays catalogued as it was; the rest is up to date.",
            "Remove the cause; the next refresh tries again.")),
    CALL_ABANDONED(audit(
            "INTEGRATION-DAEMON-SERVICES-0072",
            Severity.ACTION,
            "A call of connector {0} of daemon {1} did not end within {2} s of being interrupted and was given up",
            "The hanging call can no longer write metadata or change the connector's status; its thread remains until the"
                    + " call returns.",
            "If this happens again, report it to the connector's author; a restart of the server frees the thread.")),
    CUT_SHORT(audit(
            "INTEGRATION-DAEMON-SERVICES-0074",
            Severity.INFO,
            "Method {2} of connector {0} of daemon {1} was ended early, because the connector is stopped or restarted",
            "What it had already written stays; the next refresh does the rest.",
            "Nothing to do.")),
    STOP_INCOMPLETE(audit(
            "INTEGRATION-DAEMON-SERVICES-0073",
            Severity.ACTION,
            "The integration daemon {0} stops although these connectors have not ended: {1}",
            "They can no longer write metadata; their threads remain until their calls return.",
            "If this happens again, report it to the connectors' authors.")),
    LEDGER_KEPT(audit(
            "INTEGRATION-DAEMON-SERVICES-0075",
            Severity.ERROR,
            "The ledger of the removed connector {0} of daemon {1} could not be deleted: {2} exception with message {3}",
            "The connector is removed all the same; its ledger is deleted when the daemon is started the next time.",
            "Look at the daemon's database.")),
    TICK_FAILED(audit(
            "INTEGRATION-DAEMON-SERVICES-0045",
            Severity.EXCEPTION,
            "The timer of integration daemon {0} caught a {1} exception: {2}",
            "The timer goes on with its next tick.",
            "Report this fault to the maintainers of the daemon.")),
    STANDING_BY(audit(
            "INTEGRATION-DAEMON-SERVICES-0091",
            Severity.INFO,
            "Another node runs the integration daemon {0}; this one stands by",
            "It takes over when the other node stops, or does not renew its lease.",
            "Nothing to do.")),
    DUTY_LOST(audit(
            "INTEGRATION-DAEMON-SERVICES-0092",
            Severity.ACTION,
            "This node has lost the lease of the integration daemon {0}",
            "Its connectors are stopped here and can no longer write metadata; another node runs them, or will.",
            "Look for what kept this node from the database: the network, the database itself, or a long pause.")),
    /** Parameters: user, connector, daemon. */
    RELEASE_REQUESTED(audit(
            "INTEGRATION-DAEMON-SERVICES-0111",
            Severity.INFO,
            "User {0} has released the removals that connector {1} of daemon {2} holds back",
            "A refresh removes what was held back before, as far as it is still missing.",
            "Nothing to do.")),
    STUCK(audit(
            "INTEGRATION-DAEMON-SERVICES-0076",
            Severity.ACTION,
            "Method {2} of connector {0} of daemon {1} has given no sign of life for {3} s; it is at: {4}",
            "It goes on, and no longer counts against the number of connectors called at a time. It is given up at its"
                    + " deadline.",
            "Look at the system that it waits for. Restart the connector to end the call, or wait.")),
    ALIVE_AGAIN(audit(
            "INTEGRATION-DAEMON-SERVICES-0077",
            Severity.INFO,
            "Method {2} of connector {0} of daemon {1} gives signs of life again",
            "It goes on.",
            "Nothing to do.")),
    GIVEN_UP(
            audit(
                    "INTEGRATION-DAEMON-SERVICES-0078",
                    Severity.EXCEPTION,
                    "Method {2} of connector {0} of daemon {1} was given up: {3}; it was at: {4}",
                    "The connector has failed. The call was interrupted; whatever it still does, it can no longer write metadata.",
                    "Look at the system that it waited for, then restart the connector. Raise its deadline if it needs the time.")),
    RETRY_PLANNED(audit(
            "INTEGRATION-DAEMON-SERVICES-0079",
            Severity.INFO,
            "Connector {0} of daemon {1} has failed ({2}); attempt {3} to bring it back follows in {4} s",
            "It is restarted then, as its restart policy is AUTOMATIC.",
            "Nothing to do, unless the failure can be mended.")),
    RETRYING(audit(
            "INTEGRATION-DAEMON-SERVICES-0080",
            Severity.INFO,
            "Connector {0} of daemon {1} is restarted by the daemon, attempt {2}",
            "Its restart policy is AUTOMATIC.",
            "Nothing to do.")),
    RETRIES_EXHAUSTED(audit(
            "INTEGRATION-DAEMON-SERVICES-0081",
            Severity.ACTION,
            "Connector {0} of daemon {1} has failed ({2}) and is not restarted by the daemon; attempts so far: {3}",
            "The cause is one that trying again does not mend.",
            "Remove the cause that the failure names, then restart the connector.")),
    RETRIES_HELD(
            audit(
                    "INTEGRATION-DAEMON-SERVICES-0112",
                    Severity.ACTION,
                    "Connector {0} of daemon {1} is not restarted by the daemon for now: {2} calls of it that were given up have not ended",
                    "Each of them holds a thread, and a further attempt could cost another. It is restarted when one of them has ended.",
                    "Mend the system that they wait for. Restart the connector by hand to try at once; a call that never ends lets go of its"
                            + " thread only when the server is restarted. Tell the connector's author that it ignores interrupts.")),
    RECOVERED(audit(
            "INTEGRATION-DAEMON-SERVICES-0082",
            Severity.INFO,
            "Connector {0} of daemon {1} works again; attempts that it took: {2}",
            "Its failures are forgotten when it has worked for ten minutes.",
            "Nothing to do.")),
    METADATA_SERVER_BACK(audit(
            "INTEGRATION-DAEMON-SERVICES-0083",
            Severity.INFO,
            "Metadata server {0} answers again; {1} connector(s) of daemon {2} are brought back",
            "They failed because of it, and their restart policy is AUTOMATIC.",
            "Nothing to do.")),
    TARGET_CHANGED(audit(
            "INTEGRATION-DAEMON-SERVICES-0084",
            Severity.INFO,
            "User {0} wants connector {1} of daemon {2} to be {3}",
            "The wish is kept until it is changed, over restarts of the server too.",
            "Nothing to do.")),
    WINDOW_CLOSED(audit(
            "INTEGRATION-DAEMON-SERVICES-0085",
            Severity.INFO,
            "Connector {0} of daemon {1} is outside of the time for which it is configured (startDate,"
                    + " connectorShutdownDate)",
            "It is stopped, or not started.",
            "Change the dates in its configuration if it should work.")),
    WINDOW_OPENED(audit(
            "INTEGRATION-DAEMON-SERVICES-0086",
            Severity.INFO,
            "The time has begun for which connector {0} of daemon {1} is configured",
            "It is started.",
            "Nothing to do.")),
    REFRESH_CANCELLED(audit(
            "INTEGRATION-DAEMON-SERVICES-0087",
            Severity.INFO,
            "Refresh {0} of connector {1} of daemon {2} was ended at an operator's request",
            "What it had written stays; the next refresh does the rest.",
            "Nothing to do.")),
    CANCEL_REQUESTED(audit(
            "INTEGRATION-DAEMON-SERVICES-0088",
            Severity.INFO,
            "User {0} asked for the end of refresh {1} of connector {2} of daemon {3}",
            "The connector is interrupted.",
            "Nothing to do.")),
    RUN_NOT_KEPT(audit(
            "INTEGRATION-DAEMON-SERVICES-0089",
            Severity.ERROR,
            "A refresh of connector {0} of daemon {1} could not be noted in the history: {2}",
            "The refresh goes on. Of one that has ended, this is tried again every ten seconds; of one that has begun, the history will"
                    + " know when it has ended.",
            "Look at the daemon's database.")),
    RUNS_LOST(audit(
            "INTEGRATION-DAEMON-SERVICES-0090",
            Severity.INFO,
            "{1} refresh(es) of daemon {0} had not ended when it ended last",
            "They are shown as lost. What they had written stays; the first refreshes do the rest.",
            "Nothing to do, unless the daemon was not meant to end.")),
    CONTEXT_INITIALIZING(audit(
            "OIF-CONNECTOR-0001",
            Severity.STARTUP,
            "The context for connectors of the {2} is being set up for calls to server {0} on platform {1}",
            "Each connector gets its access to open metadata through it.",
            "Nothing to do.")),
    OPEN_CONTEXT_INITIALIZING(audit(
            "OPEN-GOVERNANCE-0002",
            Severity.STARTUP,
            "The open integration context of the {2} is being set up for calls to server {0} on platform {1}",
            "Connectors reach the governance services of the metadata server through it.",
            "Nothing to do.")),
    SERVICE_NOT_HERE(error(
            "INTEGRATION-DAEMON-SERVICES-400-030",
            400,
            "The integration daemon {1} has no integration service with the URL marker {0}",
            "Nothing was changed.",
            "Ask for the daemon's status to see its services; correct the marker or the configuration document.")),
    UNKNOWN_CONNECTOR(error(
            "INTEGRATION-DAEMON-SERVICES-400-031",
            400,
            "The integration daemon {1} has no connector named {0}",
            "Nothing was changed.",
            "Ask for the daemon's status to see its connectors, and correct the name.")),
    CONNECTOR_ELSEWHERE(error(
            "INTEGRATION-DAEMON-SERVICES-400-043",
            400,
            "Connector {0} of the integration daemon {1} runs in the {2}, not in the {3}",
            "Nothing was changed.",
            "Use the URL of the connector's own service.")),
    REFRESH_OF_FAILED(error(
            "INTEGRATION-DAEMON-SERVICES-400-044",
            400,
            "Connector {0} has failed and is not refreshed until it is restarted; its failure was: {1}",
            "Nothing was changed.",
            "Remove the cause of the failure, then restart the connector: it refreshes by itself after that.")),
    REFRESH_OF_ENGAGED(error(
            "INTEGRATION-DAEMON-SERVICES-400-045",
            400,
            "Connector {0} works on a thread of its own and is not refreshed",
            "Nothing was changed.",
            "Restart the connector if it should begin anew.")),
    REFRESH_OF_STOPPED(error(
            "INTEGRATION-DAEMON-SERVICES-400-046",
            400,
            "Connector {0} is stopped and is not refreshed",
            "Nothing was changed.",
            "Restart the connector: it refreshes by itself after that.")),
    REFRESH_OF_PAUSED(error(
            "INTEGRATION-DAEMON-SERVICES-400-048",
            400,
            "Connector {0} is paused and is not refreshed",
            "Nothing was changed.",
            "Set its target state to STARTED: it refreshes by itself after that.")),
    RESTART_OF_STOPPED(error(
            "INTEGRATION-DAEMON-SERVICES-400-049",
            400,
            "Connector {0} is stopped on purpose and is not restarted with the others",
            "Nothing was changed.",
            "Set its target state to STARTED, or restart it by its name.")),
    OUTSIDE_WINDOW(error(
            "INTEGRATION-DAEMON-SERVICES-400-050",
            400,
            "Connector {0} is outside of the time for which it is configured",
            "Nothing was changed.",
            "Change startDate or connectorShutdownDate in its configuration.")),
    UNKNOWN_RUN(error(
            "INTEGRATION-DAEMON-SERVICES-404-001",
            404,
            "The integration daemon {1} knows of no refresh {0}",
            "Nothing was changed.",
            "Ask for the daemon's runs. Those that ended long ago are no longer kept.")),
    RUN_HAS_ENDED(error(
            "INTEGRATION-DAEMON-SERVICES-409-002",
            409,
            "Refresh {0} of the integration daemon {1} has ended",
            "Nothing was changed.",
            "Ask for the run to see how it ended.")),
    UNKNOWN_REQUEST(error(
            "INTEGRATION-DAEMON-SERVICES-404-002",
            404,
            "The integration daemon {1} knows of no request {0}",
            "Nothing was changed.",
            "Requests are known until the daemon ends, the latest thousand of them. Ask for its runs instead.")),
    DEADLINE_PASSED(error(
            "INTEGRATION-DAEMON-SERVICES-504-001",
            504,
            "Method {1} of connector {0} did not end within its deadline of {2} s",
            "The connector has failed; it is not called again until it is restarted.",
            "Look at the system that it waited for. Raise the deadline in operationDeadlines if it needs the time.")),
    NO_HEARTBEAT(error(
            "INTEGRATION-DAEMON-SERVICES-504-002",
            504,
            "Method {1} of connector {0} gave no sign of life for {2} s",
            "The connector has failed; it is not called again until it is restarted.",
            "Look at the system that it waited for. Raise heartbeat in operationDeadlines if it needs the time.")),
    DID_NOT_END(error(
            "INTEGRATION-DAEMON-SERVICES-504-003",
            504,
            "Method {1} of connector {0} did not end within {2} s of being interrupted",
            "The connector has failed; it is not called again until it is restarted.",
            "Restart the connector. If this happens again, report it to the connector's author.")),
    BAD_SECTION(error(
            "INTEGRATION-DAEMON-SERVICES-400-040",
            400,
            "The configuration of connector {0} has {1} mistake(s): {2}",
            "The connector is not created. Other connectors are not affected.",
            "Correct the connector's section of the configuration document, then apply it, or restart the daemon.")),
    UNKNOWN_PROVIDER(error(
            "INTEGRATION-DAEMON-SERVICES-400-041",
            400,
            "Connector {0} names the connector provider class {1}, which this platform does not have",
            "The connector is not created. Other connectors are not affected.",
            "Correct connectorProviderClassName, or install the jar that registers this provider.")),
    NOT_BLOCKING(error(
            "INTEGRATION-DAEMON-SERVICES-400-047",
            400,
            "The configuration of connector {0} asks for a thread of its own (usesBlockingCalls), which this connector cannot"
                    + " use",
            "The connector is not created. Other connectors are not affected.",
            "Set usesBlockingCalls to false, or remove it, then apply the document, or restart the daemon.")),
    SYNCHRONIZATION_NOT_PERMITTED(
            error(
                    "INTEGRATION-DAEMON-SERVICES-403-002",
                    403,
                    "Connector {0} wants to write to open metadata, but its permitted synchronization is {1}",
                    "Nothing was written.",
                    "Change permittedSynchronization in the configuration document, and apply it, if the connector should write.")),
    OUTSIDE_PERMITTED_ROOTS(error(
            "INTEGRATION-DAEMON-SERVICES-403-001",
            403,
            "The path {0} is outside the directories that connectors may read",
            "Nothing was read.",
            "Correct the endpoint's address, or add its directory to daemon.files.permitted.roots.")),
    NOT_A_PATH(error(
            "INTEGRATION-DAEMON-SERVICES-400-042",
            400,
            "The endpoint address {0} is neither a path nor a file: URL",
            "Nothing was read.",
            "Correct the endpoint's address in the configuration document.")),
    UNEXPECTED(error(
            "INTEGRATION-DAEMON-SERVICES-500-010",
            500,
            "Method {1} of connector {0} ended with an unexpected {2} exception: {3}",
            "The connector has failed; it is not called again until it is restarted.",
            "See the audit log for the stack trace; report the fault to the connector's author.")),
    LIFE_OVER(error(
            "INTEGRATION-DAEMON-SERVICES-409-001",
            409,
            "This life of connector {0} is over: it was restarted or stopped meanwhile",
            "What the earlier life still wanted to write was refused.",
            "Nothing to do.")),
    REFRESH_OVER(error(
            "INTEGRATION-DAEMON-SERVICES-409-003",
            409,
            "Refresh {0} of connector {1} has ended",
            "What the connector still wanted to write in its name was refused.",
            "Report the fault to the connector's author: a refresh is of no use after its end.")),
    /** Parameters: user, plan, connector, daemon. */
    PLAN_REQUESTED(audit(
            "INTEGRATION-DAEMON-SERVICES-0100",
            Severity.INFO,
            "User {0} asked for plan {1}: what connector {2} of daemon {3} would change",
            "The plan is made as soon as nothing else runs for the connector; nothing is written.",
            "Ask for the plan to see its changes.")),
    /** Parameters: plan, connector, daemon, number of changes. */
    PLAN_MADE(audit(
            "INTEGRATION-DAEMON-SERVICES-0101",
            Severity.INFO,
            "Plan {0} for connector {1} of daemon {2} is made: it would change {3} items",
            "Nothing was written.",
            "Look at its changes; then apply or delete it.")),
    /** Parameters: connector, daemon, number of changes, most changes without approval, plan. */
    APPROVAL_NEEDED(
            audit(
                    "INTEGRATION-DAEMON-SERVICES-0102",
                    Severity.ACTION,
                    "A refresh of connector {0} in daemon {1} would change {2} items, more than the {3} that need no approval: it wrote"
                            + " nothing, and left plan {4}",
                    "The plan waits for approval. The next refresh makes another in its place.",
                    "Look at the changes of the plan. Apply it if they are right; else delete it, and find out what happened.")),
    /** Parameters: user, plan, connector, daemon. */
    PLAN_APPROVED(audit(
            "INTEGRATION-DAEMON-SERVICES-0103",
            Severity.INFO,
            "User {0} applies plan {1} for connector {2} of daemon {3}",
            "The plan is made again, and applied if that comes to the same.",
            "Ask for the plan to see what became of it.")),
    /** Parameters: plan, connector, daemon, number of differences, the other plan. */
    PLAN_REFUSED(audit(
            "INTEGRATION-DAEMON-SERVICES-0104",
            Severity.ACTION,
            "Plan {0} for connector {1} of daemon {2} was not applied: {3} changes would be others now, as plan {4} has them",
            "Nothing was written.",
            "Look at the differences, and apply the other plan if it is right.")),
    /** Parameters: user, plan, connector, daemon. */
    PLAN_DELETED(audit(
            "INTEGRATION-DAEMON-SERVICES-0105",
            Severity.INFO,
            "User {0} deleted plan {1} for connector {2} of daemon {3}",
            "It cannot be applied any more.",
            "Nothing to do.")),
    /** Parameters: plan, connector, daemon, why. */
    PLAN_NOT_KEPT(audit(
            "INTEGRATION-DAEMON-SERVICES-0106",
            Severity.ERROR,
            "What became of plan {0} for connector {1} of daemon {2} could not be noted: {3}",
            "The plan is shown as it was before.",
            "Look after the daemon's database. Restarting the daemon ends plans that nobody works on.")),
    /** Parameters: user, run, connector, daemon. */
    UNDO_REQUESTED(audit(
            "INTEGRATION-DAEMON-SERVICES-0107",
            Severity.INFO,
            "User {0} undoes refresh {1} of connector {2} of daemon {3}",
            "The connector is paused: its next refresh would do the same again.",
            "See the run of the undo for what was left; set the target state STARTED when the cause is removed.")),
    /** Parameters: run, connector, daemon, numbers removed, set back, restored, and left. */
    UNDONE(audit(
            "INTEGRATION-DAEMON-SERVICES-0108",
            Severity.INFO,
            "Refresh {0} of connector {1} of daemon {2} was undone: {3} items removed, {4} set back, {5} restored; {6} things"
                    + " were left",
            "The connector stays paused.",
            "See the changes of the undo's run for what was left, and why.")),
    /** Parameters: PLAN or UNDO, connector, daemon, exception class, why. */
    PLAN_OR_UNDO_FAILED(audit(
            "INTEGRATION-DAEMON-SERVICES-0109",
            Severity.EXCEPTION,
            "{0} for connector {1} of daemon {2} failed: {3} with message {4}",
            "What was done by then stays.",
            "Remove the cause, and repeat it: what is done already does no harm.")),
    /** Parameters: daemon, number of plans. */
    PLANS_LOST(audit(
            "INTEGRATION-DAEMON-SERVICES-0110",
            Severity.INFO,
            "Of the daemon {0}, {1} plans were being made or applied when it ended",
            "They are shown as failed. What had been written stays.",
            "Make the plans again.")),
    /** Parameters: plan, daemon. */
    UNKNOWN_PLAN(
            error(
                    "INTEGRATION-DAEMON-SERVICES-404-003",
                    404,
                    "The integration daemon {1} knows of no plan {0}",
                    "Nothing was changed.",
                    "Ask for the daemon's plans. Old ones are no longer kept, and waiting ones are replaced by the next refresh.")),
    /** Parameters: plan, state. */
    PLAN_NOT_READY(error(
            "INTEGRATION-DAEMON-SERVICES-409-010",
            409,
            "Plan {0} cannot be applied in its state {1}",
            "Nothing was changed.",
            "Make another plan.")),
    /** Parameters: plan, connector. */
    PLAN_OUTDATED(error(
            "INTEGRATION-DAEMON-SERVICES-409-011",
            409,
            "Plan {0} was made for another configuration of connector {1} than it has now",
            "Nothing was changed.",
            "Make another plan.")),
    /** Parameters: plan, state. */
    PLAN_OPEN(error(
            "INTEGRATION-DAEMON-SERVICES-409-012",
            409,
            "Plan {0} cannot be deleted in its state {1}",
            "Nothing was changed.",
            "Cancel the run that works on it, or wait for its end.")),
    /** Parameters: plan, run. */
    PLAN_OF_UNDO(error(
            "INTEGRATION-DAEMON-SERVICES-409-013",
            409,
            "Plan {0} tells what an undo of refresh {1} would do; it is not applied itself",
            "Nothing was changed.",
            "Ask for the undo of the refresh.")),
    /** Parameters: run, outcome. */
    UNDO_OF_RUNNING(error(
            "INTEGRATION-DAEMON-SERVICES-409-014",
            409,
            "Refresh {0} has not ended, so it cannot be undone",
            "Nothing was changed.",
            "Cancel it, or wait for its end.")),
    /** Parameters: run, its trigger. */
    UNDO_OF_NO_REFRESH(error(
            "INTEGRATION-DAEMON-SERVICES-409-015",
            409,
            "Run {0} ({1}) is no refresh, so it cannot be undone",
            "Nothing was changed.",
            "To take back an undo, start the connector: its next refresh does again what was undone.")),
    /** Parameters: connector, plan. */
    PLAN_IS_BEING_MADE(error(
            "INTEGRATION-DAEMON-SERVICES-409-016",
            409,
            "Plan {1} for connector {0} is being made already",
            "Nothing was changed.",
            "Ask for that plan.")),
    /** Parameters: connector. */
    TRIAL_UNDER_WAY(
            error(
                    "INTEGRATION-DAEMON-SERVICES-409-017",
                    409,
                    "The connection of connector {0} is being tried already",
                    "Nothing was tried a second time.",
                    "Wait for the answer to that request. If it has been answered, the test does not end: see to the third party.")),
    /** Parameters: connector. */
    NO_TRIAL(error(
            "INTEGRATION-DAEMON-SERVICES-409-018",
            409,
            "Connector {0} offers no test of its connection",
            "Nothing was tried.",
            "Restart or refresh the connector, and see its status.")),
    /** Parameters: daemon. */
    TRIAL_ELSEWHERE(error(
            "INTEGRATION-DAEMON-SERVICES-409-019",
            409,
            "This node stands by for integration daemon {0}, and tries no connections",
            "Nothing was tried.",
            "Ask the node that runs the daemon; GET /api/v1/servers tells which.")),
    /** Parameters: user, connector, daemon. */
    TRIAL_ASKED(audit(
            "INTEGRATION-DAEMON-SERVICES-0113",
            Severity.INFO,
            "User {0} has the connection of connector {1} of integration daemon {2} tried",
            "An instance of its own is made for that; the connector itself goes on.",
            "No action is needed.")),
    /** Parameters: events, bytes that wait. */
    INBOX_FULL(error(
            "INTEGRATION-DAEMON-SERVICES-503-020",
            503,
            "Lineage events are not accepted at present: {0} events of {1} bytes wait already",
            "Nothing of the request was kept.",
            "Send it again later. Where this goes on, see why the lineage connectors do not take the events in: whether they have failed,"
                    + " are paused, or their metadata server is away. The settings daemon.lineage.inbox.events and"
                    + " daemon.lineage.inbox.megabytes say how much may wait.")),
    /** Parameters: daemon. */
    EVENTS_ELSEWHERE(error(
            "INTEGRATION-DAEMON-SERVICES-503-021",
            503,
            "This node stands by for the integration daemon {0}, and does not accept lineage events for it",
            "Nothing of the request was kept.",
            "Send events to the node that runs the daemon, or to all of them by way of a load balancer that repeats what is answered"
                    + " with 503."));

    private final MessageText text;

    RuntimeMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
