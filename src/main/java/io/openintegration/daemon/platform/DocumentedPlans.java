package io.openintegration.daemon.platform;

import io.openintegration.daemon.audit.ServerPlan;
import io.openintegration.daemon.configuration.DocumentDirectory;
import io.openintegration.daemon.configuration.DocumentReader;
import io.openintegration.daemon.metadata.ServerName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the documents of servers say of their audit records, read anew each time.
 *
 * @param documents looked up when needed: they cannot be made where a setting is wrong
 * @param reader looked up when needed
 */
record DocumentedPlans(Supplier<DocumentDirectory> documents, Supplier<DocumentReader> reader, AuditPlans plans) {

    private static final Logger LOG = System.getLogger(DocumentedPlans.class.getName());

    /** For records of a server that was not started here. Empty where its document cannot be used. */
    Optional<ServerPlan> ofRecords(String server) {
        try {
            return Optional.of(documented(server).orElse(ServerPlan.DEFAULT));
        } catch (RuntimeException e) { // whatever is wrong, the record must be filed; the server's start reports it
            LOG.log(Level.DEBUG, "The audit destinations of server " + server + " are not known", e);
            return Optional.empty();
        }
    }

    /**
     * How long records of a server are kept.
     *
     * @param started for a server without a document
     * @param standard where nobody says
     * @return empty where the document cannot be used: what it wants kept is not known
     */
    Optional<Duration> retention(String server, Supplier<ServerPlan> started, Duration standard) {
        try {
            return Optional.of(documented(server).orElseGet(started).retention().orElse(standard));
        } catch (RuntimeException e) { // the server's start reports it
            LOG.log(Level.DEBUG, "How long the audit records of server " + server + " are kept is not known", e);
            return Optional.empty();
        }
    }

    private Optional<ServerPlan> documented(String server) {
        ServerName name = new ServerName(server);
        return documents.get().knows(name)
                ? Optional.of(plans.of(
                        reader.get().read(name, documents.get().read(name)).auditDestinations()))
                : Optional.empty();
    }
}
