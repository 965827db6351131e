package io.openintegration.daemon.platform;

import io.openintegration.daemon.audit.AuditDelivery;
import io.openintegration.daemon.audit.AuditDestination;
import io.openintegration.daemon.audit.AuditMessage;
import io.openintegration.daemon.audit.AuditRoutes;
import io.openintegration.daemon.audit.BufferedAuditDestination;
import io.openintegration.daemon.audit.ConsoleAuditDestination;
import io.openintegration.daemon.audit.JmsAuditQueue;
import io.openintegration.daemon.audit.ServerAuditLog;
import io.openintegration.daemon.audit.SeverityGate;
import io.openintegration.daemon.audit.TroubleReport;
import io.openintegration.daemon.audit.WriterLimits;
import io.openintegration.daemon.configuration.AuditDestinationConfiguration;
import io.openintegration.daemon.configuration.DocumentDirectory;
import io.openintegration.daemon.configuration.DocumentReader;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditOriginator;
import io.openintegration.daemon.metadata.ServerName;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Opens the audit logs of servers and delivers their records: to the console, and through the queue to everything else. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditService {

    /** The server name in records that belong to no named server. */
    public static final String PLATFORM = "platform";

    /** How long a stop waits for the queue to be empty; what is left is delivered after the next start. */
    private static final Duration DRAIN = Duration.ofSeconds(5);

    @Resource
    private ManagedThreadFactory threads;

    @Resource(lookup = "jms/daemon/audit-cf")
    private ConnectionFactory connections;

    @Resource(lookup = "jms/daemon/audit")
    private Queue queue;

    @Inject
    private Clock clock;

    // looked up when needed: they cannot be made where a setting is wrong
    @Inject
    private Instance<DocumentDirectory> documents;

    @Inject
    private Instance<DocumentReader> reader;

    private AuditPlans plans;
    private DocumentedPlans documentedPlans;
    private AuditRoutes routes;
    private BufferedAuditDestination console;
    private BufferedAuditDestination auditQueue;
    private AuditLog platformLog;

    @PostConstruct
    void prepare() {
        plans = new AuditPlans(connections, clock);
        documentedPlans = new DocumentedPlans(documents::get, reader::get, plans);
        routes = new AuditRoutes(documentedPlans::ofRecords, () -> platformLog, WriterLimits.DEFAULT, threads, clock);
        console = shared(new ConsoleAuditDestination(System.out, clock));
        auditQueue = shared(new JmsAuditQueue(connections, queue));
        platformLog = open(new AuditOriginator(PLATFORM, "Platform", ""), PlatformComponent.PLATFORM, List.of());
    }

    /**
     * A new log for one start of a server. Tell {@link #stopped} when the server has stopped.
     *
     * @param destinations where its records go; empty means the default of Egeria's protocol: the console without what only
     *     tells of routine traffic, and the audit trail
     */
    public AuditLog open(
            AuditOriginator originator, PlatformComponent component, List<AuditDestinationConfiguration> destinations) {
        String server = originator.serverName();
        SeverityGate ownConsole =
                new SeverityGate(console, () -> routes.plan(server).console());
        AuditLog log = new ServerAuditLog(originator, component.component(), clock, List.of(ownConsole, auditQueue));
        routes.started(server, plans.of(destinations), log);
        return log;
    }

    /**
     * Changes where the records of a server go, whether it runs or not: severities act at once, new destinations are opened,
     * those that are gone are flushed and closed, which takes two seconds at the most.
     */
    public void reconfigure(ServerName server, List<AuditDestinationConfiguration> destinations) {
        routes.change(server.value(), plans.of(destinations));
    }

    /** The server has logged its last record. Its destinations are closed once nothing comes for them any more. */
    public void stopped(ServerName server) {
        routes.stopped(server.value());
    }

    /** The log of what belongs to no named server; its records bear the server name {@link #PLATFORM}. */
    public AuditLog platformLog() {
        return platformLog;
    }

    /** How the delivery of records is going, by destination: the two that all servers share, then those of each server. */
    public List<AuditDelivery> deliveries() {
        return Stream.concat(Stream.of(console.delivery(), auditQueue.delivery()), routes.deliveries().stream())
                .toList();
    }

    /** The ways of records from the queue to their destinations. */
    public AuditRoutes routes() {
        return routes;
    }

    /**
     * How long the audit trail keeps records of a server, as its document says now, whatever the server was started with.
     * Without a document, it is what the server was started with.
     *
     * @param standard for a server that does not say
     * @return empty where there is a document that cannot be used: nobody knows then what it wants kept
     */
    public Optional<Duration> retention(String server, Duration standard) {
        return documentedPlans.retention(server, () -> routes.plan(server), standard);
    }

    /** Closes destinations of servers that stopped a while ago. To be called now and then. */
    public void closeIdleDestinations() {
        routes.closeIdle();
    }

    /** Lets the consumer deliver what is in the queue, as long as it works, so that destinations see the shutdown. */
    @PreDestroy
    void close() {
        String mark = UUID.randomUUID().toString();
        CountDownLatch delivered = routes.expect(mark);
        platformLog.log("close", AuditMessage.AUDIT_LOG_ENDS.with(mark));
        try {
            delivered.await(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        routes.close();
        console.close();
        auditQueue.close();
    }

    private BufferedAuditDestination shared(AuditDestination destination) {
        return new BufferedAuditDestination(
                destination, WriterLimits.DEFAULT, threads, clock, TroubleReport.toServerLog());
    }
}
