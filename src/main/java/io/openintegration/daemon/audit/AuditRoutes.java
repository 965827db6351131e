package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where the records of each server go. A server's plan is kept when the server has stopped, since its last records are
 * still on their way; its destinations are closed when nothing came for a while. Safe from any thread.
 */
public final class AuditRoutes implements AutoCloseable {

    /** How long the destinations of a server that is not running stay open after its last record. */
    static final Duration IDLE = Duration.ofMinutes(1);

    private final Function<String, Optional<ServerPlan>> plans;
    private final Supplier<AuditLog> platformLog;
    private final WriterLimits limits;
    private final ThreadFactory threads;
    private final Clock clock;
    private final Map<String, ServerRoute> routes = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> marks = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * @param plans the plan of a server of which records come before it was started: those left in the queue by a crash;
     *     empty where it cannot be told now, which is the default for this time only; must not throw
     * @param platformLog where the trouble of destinations is reported whose server is not running
     * @param limits of each destination's buffer
     */
    public AuditRoutes(
            Function<String, Optional<ServerPlan>> plans,
            Supplier<AuditLog> platformLog,
            WriterLimits limits,
            ThreadFactory threads,
            Clock clock) {
        this.plans = plans;
        this.platformLog = platformLog;
        this.limits = limits;
        this.threads = threads;
        this.clock = clock;
    }

    /** What is done with the records of a server at this moment. */
    public ServerPlan plan(String server) {
        return route(server).plan();
    }

    /** A server starts; destinations that it had before and still has stay open. */
    public void started(String server, ServerPlan plan, AuditLog log) {
        ServerRoute route = routes.computeIfAbsent(server, name -> new ServerRoute(plan, opening(name)));
        route.change(plan);
        route.started(log);
    }

    /**
     * Changes what is done with a server's records from now on: severities at once, new destinations are opened by their
     * first record, and those that are gone are flushed and closed before this returns, within the flush time.
     */
    public void change(String server, ServerPlan plan) {
        routes.computeIfAbsent(server, name -> new ServerRoute(plan, opening(name)))
                .change(plan);
    }

    /** The server has stopped. */
    public void stopped(String server) {
        route(server).stopped();
    }

    /** Closes the destinations of servers that are not running and have been quiet for a minute. To be called now and then. */
    public void closeIdle() {
        routes.values().forEach(route -> route.closeIfIdle(clock.instant().minus(IDLE)));
    }

    /** How the delivery to the destinations that are open is going, by server and destination. */
    public List<AuditDelivery> deliveries() {
        return routes.values().stream()
                .flatMap(route -> route.deliveries().stream())
                .sorted(Comparator.comparing(AuditDelivery::destination))
                .toList();
    }

    /**
     * A latch that opens when a record of {@link AuditMessage#AUDIT_LOG_ENDS} with that mark has come through the queue: all
     * records from before it have been delivered then.
     */
    public CountDownLatch expect(String mark) {
        return marks.computeIfAbsent(mark, name -> new CountDownLatch(1));
    }

    /** Whether records can no longer be delivered: the platform stops. */
    boolean closed() {
        return closed;
    }

    /** Hands a record to the destinations of its server. Does not wait for them. */
    void deliver(AuditRecord auditRecord) {
        route(auditRecord.originator().serverName()).deliver(auditRecord, clock.instant());
        if (auditRecord.messageId().equals(AuditMessage.AUDIT_LOG_ENDS.id())) {
            auditRecord.messageParameters().stream().filter(marks::containsKey).forEach(mark -> marks.get(mark)
                    .countDown());
        }
    }

    /** Flushes and closes all destinations, in the time of one. */
    @Override
    public void close() {
        closed = true;
        routes.values().forEach(ServerRoute::beginClosing);
        routes.values().forEach(ServerRoute::close);
    }

    private ServerRoute route(String server) {
        ServerRoute known = routes.get(server);
        return known != null
                ? known
                : plans.apply(server)
                        .map(plan -> routes.computeIfAbsent(server, name -> new ServerRoute(plan, opening(name))))
                        .orElseGet(() -> new ServerRoute(ServerPlan.DEFAULT, opening(server)));
    }

    private Function<DestinationPlan, OpenDestination> opening(String server) {
        Supplier<AuditLog> log = () -> route(server).log().orElseGet(platformLog);
        return plan -> new OpenDestination(
                server,
                new BufferedAuditDestination(
                        plan.destination().get(), limits, threads, clock, TroubleReport.toAuditLog(log)),
                log);
    }
}
