package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The way of one server's records to its destinations beyond console and audit trail. A destination is opened by the first
 * record for it. Delivering and changing exclude each other, so that nobody opens a file that is still being closed; closing
 * takes as long as one flush at the most.
 */
final class ServerRoute {

    private final Function<DestinationPlan, OpenDestination> opening;
    private final Map<DestinationPlan.Key, OpenDestination> open = new ConcurrentHashMap<>();
    private volatile ServerPlan plan;
    private volatile Optional<AuditLog> runningLog = Optional.empty();
    private volatile Instant lastUse = Instant.MIN;
    private boolean closed;

    ServerRoute(ServerPlan plan, Function<DestinationPlan, OpenDestination> opening) {
        this.plan = plan;
        this.opening = opening;
    }

    ServerPlan plan() {
        return plan;
    }

    /** The log of the server; empty while it is not running. */
    Optional<AuditLog> log() {
        return runningLog;
    }

    void started(AuditLog log) {
        runningLog = Optional.of(log);
    }

    void stopped() {
        runningLog = Optional.empty();
    }

    synchronized void change(ServerPlan next) {
        List<DestinationPlan.Key> kept =
                next.destinations().stream().map(DestinationPlan::key).toList();
        close(key -> !kept.contains(key));
        plan = next;
    }

    /** @throws IllegalStateException where the route is closed: the record must be delivered again */
    synchronized void deliver(AuditRecord auditRecord, Instant now) {
        if (closed) {
            throw new IllegalStateException("the audit destinations are closed");
        }
        lastUse = now;
        for (DestinationPlan destination : plan.destinations()) {
            if (destination.severities().contains(auditRecord.severity())) {
                open.computeIfAbsent(destination.key(), key -> opening.apply(destination))
                        .offer(auditRecord);
            }
        }
    }

    /** Closes what is open where the server is not running, and nothing came or waits since that time. */
    synchronized void closeIfIdle(Instant since) {
        if (runningLog.isEmpty()
                && lastUse.isBefore(since)
                && deliveries().stream().allMatch(delivery -> delivery.backlog() == 0)) {
            close(key -> true);
        }
    }

    void beginClosing() {
        open.values().forEach(OpenDestination::beginClosing);
    }

    synchronized void close() {
        closed = true;
        close(key -> true);
    }

    List<AuditDelivery> deliveries() {
        return open.values().stream().map(OpenDestination::delivery).toList();
    }

    private void close(Predicate<DestinationPlan.Key> which) {
        Map<DestinationPlan.Key, OpenDestination> closing = open.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        closing.values().forEach(OpenDestination::beginClosing);
        closing.values().forEach(OpenDestination::close);
        open.keySet().removeAll(closing.keySet());
    }
}
