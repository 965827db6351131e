package io.openintegration.daemon.platform;

import static io.openintegration.daemon.message.MessageText.audit;
import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What is said about named servers as a whole. The start-up sequence is that of the operator's guide. */
public enum PlatformMessage implements MessageDefinition {
    BAD_SETTING(error(
            "PLATFORM-SETTING-400-001",
            400,
            "The setting {0} has the value {1}; expected is {2}",
            "The platform does not start its servers.",
            "Correct the setting (as an environment variable: upper case, underscores for dots) and start the"
                    + " platform again.")),
    PLUGIN_LOADED(audit(
            "PLATFORM-PLUGIN-0001",
            Severity.STARTUP,
            "The plug-in {0} is loaded, with {1} connector providers and {2} JDBC drivers",
            "Configuration documents can name the providers; connectors of databases use the drivers.",
            "Nothing to do.")),
    PLUGIN_BROKEN(audit(
            "PLATFORM-PLUGIN-0002",
            Severity.ERROR,
            "The plug-in {0} cannot be used: {1}",
            "The platform goes on without it; connectors that need it are not created.",
            "Put the jars of the plug-in, all of them and of the version of this platform, into its directory below"
                    + " daemon.plugins.directory, and start the server again.")),
    PLUGINS_UNREADABLE(audit(
            "PLATFORM-PLUGIN-0003",
            Severity.ERROR,
            "The directory of plug-ins, {0}, cannot be read: {1}",
            "The platform goes on without plug-ins.",
            "Correct the setting daemon.plugins.directory or the permissions of the directory, and start the server"
                    + " again.")),
    DRIVER_BROKEN(audit(
            "PLATFORM-PLUGIN-0004",
            Severity.ERROR,
            "A JDBC driver that the server has cannot be used: {0}",
            "The platform goes on without it; the drivers of plug-ins are not concerned.",
            "None is needed where a plug-in brings the driver; else put its jars, all of them, where the server has"
                    + " them.")),
    AUDIT_LOG_READY(audit(
            "OMRS-AUDIT-0064",
            Severity.STARTUP,
            "The audit log of the {0} called {1} is ready",
            "Records of this server go to its audit log destinations from now on.",
            "Nothing to do.")),
    MAX_PAGE_SIZE(audit(
            "SERVER-OPS-0001",
            Severity.STARTUP,
            "Server {0} returns at most {1} elements on a page",
            "Requests for larger pages are refused.",
            "Change maxPageSize in the configuration document if this does not suit.")),
    UNLIMITED_PAGE_SIZE(audit(
            "SERVER-OPS-0002",
            Severity.STARTUP,
            "Server {0} returns pages of any size",
            "A single request may use a lot of memory.",
            "Set maxPageSize in the configuration document to limit it.")),
    SUBSYSTEMS_STARTING(audit(
            "OMRS-AUDIT-0001",
            Severity.STARTUP,
            "The subsystems of server {0} are being set up",
            "The server's start goes on.",
            "Nothing to do.")),
    SUBSYSTEMS_STARTED(audit(
            "OMRS-AUDIT-0007",
            Severity.STARTUP,
            "The subsystems of server {0} are set up",
            "The server's start goes on.",
            "Nothing to do.")),
    GOVERNANCE_STARTING(audit(
            "SERVER-OPS-0100",
            Severity.STARTUP,
            "The services of the {0} called {1} are about to start",
            "The server's start goes on.",
            "Nothing to do.")),
    GOVERNANCE_STARTED(audit(
            "SERVER-OPS-0101",
            Severity.STARTUP,
            "The services of the {0} called {1} have started",
            "The server's start goes on.",
            "Nothing to do.")),
    START_FAILED(audit(
            "SERVER-OPS-0102",
            Severity.EXCEPTION,
            "The {1} called {2} cannot start because of a {0} exception: {3}",
            "The server is not active; other servers are not affected.",
            "Remove the cause that the message names, and start the server again.")),
    /** Parameters: names of servers. */
    START_WAITS(audit(
            "PLATFORM-STARTUP-0001",
            Severity.ACTION,
            "The start-up servers {0} could not start because of an outage",
            "They are started as soon as the daemon's database answers again: it is asked after 5 seconds, then less and less"
                    + " often, at least once a minute.",
            "Look at the database (settings db_url, db_user). Whoever starts or stops one of these servers meanwhile ends"
                    + " that for it.")),
    /** Parameters: name of a server. */
    STARTED_AFTER_OUTAGE(audit(
            "PLATFORM-STARTUP-0002",
            Severity.STARTUP,
            "The start-up server {0} has started, after the outage that kept it from starting with the platform",
            "The server serves requests.",
            "Nothing to do.")),
    /** Parameters: exception class. */
    START_NOT_TRIED(audit(
            "PLATFORM-STARTUP-0003",
            Severity.EXCEPTION,
            "The start-up servers that wait for the end of an outage were not tried, because of a {0} exception",
            "It is tried again a second later.",
            "Report this fault to the maintainers of the daemon.")),
    SERVER_STARTED(audit(
            "SERVER-OPS-0004",
            Severity.STARTUP,
            "Server {0} has started with these services: {1}",
            "The server serves requests.",
            "Nothing to do.")),
    SERVER_STOPPING(audit(
            "SERVER-OPS-0005",
            Severity.SHUTDOWN,
            "Server {0} is stopping",
            "Requests to it are refused from now on.",
            "Nothing to do.")),
    SERVER_STOPPED(audit(
            "SERVER-OPS-0006",
            Severity.SHUTDOWN,
            "Server {0} has stopped",
            "It can be started again at any time.",
            "Nothing to do.")),
    STOP_FAILED(audit(
            "SERVER-OPS-0007",
            Severity.EXCEPTION,
            "Stopping server {0} met a {1} exception: {2}",
            "The server is no longer active; parts of it may not have ended cleanly.",
            "Report this fault to the maintainers of the daemon.")),
    CONFIGURATION_APPLIED(audit(
            "SERVER-CONFIGURATION-0030",
            Severity.INFO,
            "User {0} applied the configuration of server {1}; connectors started: {2}, restarted: {3}, rescheduled: {4},"
                    + " stopped: {5}; fields of the server in force: {6}",
            "Connectors that are not named go on as they were.",
            "Ask for the daemon's status to see how the connectors fare.")),
    RESTART_NEEDED(audit(
            "SERVER-CONFIGURATION-0031",
            Severity.ACTION,
            "The change of {0} in the configuration of server {1} is not in force yet",
            "The server goes on with what it was started with; the rest of the configuration is in force.",
            "Restart the server when that suits.")),
    RUNS_PURGED(audit(
            "PLATFORM-UPKEEP-0001",
            Severity.INFO,
            "{0} refresh(es) that ended before {1} were removed from the history",
            "Of each connector, the last refresh that ended well is kept.",
            "Nothing to do. The setting daemon.runs.retention.days tells how long refreshes are kept.")),
    RUN_PURGE_FAILED(audit(
            "PLATFORM-UPKEEP-0002",
            Severity.ERROR,
            "Old refreshes could not be removed from the history: {0} exception",
            "It is tried again a day later.",
            "Look at the daemon's database.")),
    /** Parameters: number of plans, time. */
    PLANS_PURGED(audit(
            "PLATFORM-UPKEEP-0003",
            Severity.INFO,
            "{0} plan(s) that were asked for before {1} were removed",
            "Refreshes that began before cannot be undone any more.",
            "Nothing to do. The setting daemon.runs.retention.days tells how long plans are kept.")),
    /** Parameters: exception class. */
    PLAN_PURGE_FAILED(audit(
            "PLATFORM-UPKEEP-0004",
            Severity.ERROR,
            "Old plans could not be removed: {0} exception",
            "It is tried again a day later.",
            "Look at the daemon's database.")),
    BUSY(error(
            "SERVER-CONFIGURATION-503-001",
            503,
            "Server operations are busy: those before this one took more than {0} seconds",
            "The request was not carried out.",
            "Send the request again a little later.")),
    OTHER_TYPE(error(
            "SERVER-CONFIGURATION-409-030",
            409,
            "The configuration document of server {0} describes a {1}, but the server runs as a {2}",
            "Nothing was changed.",
            "Restart the server to go over to the other type, or correct localServerType."));

    private final MessageText text;

    PlatformMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
