package io.openintegration.daemon.rest;

import io.openintegration.daemon.message.AuditQuery;
import io.openintegration.daemon.message.AuditTrail;
import io.openintegration.daemon.metadata.ServerName;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The servers whose audit log can be asked for: those that are known, and those that have records left.
 *
 * @param known whether a server has a document or was started
 */
record AuditedServers(Predicate<ServerName> known, AuditTrail trail) {

    boolean contain(ServerName server) {
        return known.test(server) || !trail.find(any(server)).isEmpty();
    }

    private static AuditQuery any(ServerName server) {
        return new AuditQuery(
                server.value(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, 1);
    }
}
