package io.openintegration.daemon.platform;

import io.openintegration.daemon.audit.AuditDelivery;
import io.openintegration.daemon.audit.BufferedAuditDestination;
import io.openintegration.daemon.audit.ConsoleAuditDestination;
import io.openintegration.daemon.audit.JmsAuditQueue;
import io.openintegration.daemon.audit.ServerAuditLog;
import io.openintegration.daemon.audit.WriterLimits;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditOriginator;
import io.openintegration.daemon.message.Severity;
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
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Opens the audit logs of servers and delivers their records: to the console, and through the queue to everything else. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditService {

    /** The server name in records that belong to no named server. */
    public static final String PLATFORM = "platform";

    private static final Set<Severity> ALL = EnumSet.allOf(Severity.class);

    @Resource
    private ManagedThreadFactory threads;

    @Resource(lookup = "jms/daemon/audit-cf")
    private ConnectionFactory connections;

    @Resource(lookup = "jms/daemon/audit")
    private Queue queue;

    @Inject
    private Clock clock;

    private BufferedAuditDestination console;
    private BufferedAuditDestination auditQueue;
    private AuditLog platformLog;

    @PostConstruct
    void prepare() {
        console = new BufferedAuditDestination(
                new ConsoleAuditDestination(System.out, clock),
                ConsoleAuditDestination.DEFAULT_SEVERITIES,
                WriterLimits.DEFAULT,
                threads,
                clock);
        auditQueue = new BufferedAuditDestination(
                new JmsAuditQueue(connections, queue), ALL, WriterLimits.DEFAULT, threads, clock);
        platformLog = open(new AuditOriginator(PLATFORM, "Platform", ""), PlatformComponent.PLATFORM);
    }

    /** A new log for one start of a server. */
    public AuditLog open(AuditOriginator originator, PlatformComponent component) {
        return new ServerAuditLog(originator, component.component(), clock, List.of(console, auditQueue));
    }

    /** The log of what belongs to no named server; its records bear the server name {@link #PLATFORM}. */
    public AuditLog platformLog() {
        return platformLog;
    }

    /** How the delivery of records is going, by destination. */
    public List<AuditDelivery> deliveries() {
        return List.of(console.delivery(), auditQueue.delivery());
    }

    @PreDestroy
    void close() {
        console.close();
        auditQueue.close();
    }
}
