package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.PermittedSynchronization;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** A context for lineage connectors, with an inbox in memory and a given metadata server. */
public final class FakeLineageIntegratorContext implements LineageIntegratorContext {

    public static final ConnectorName CONNECTOR = new ConnectorName("Lineage");
    private static final ServerName DAEMON = new ServerName("daemon");

    public final SettableClock clock = new SettableClock();
    private final InMemoryLineageInboxes inboxes = new InMemoryLineageInboxes();
    private final RecordingAuditLog auditLog = new RecordingAuditLog();
    private final AtomicInteger refreshRequests = new AtomicInteger();
    private final MetadataStore store;
    private final Optional<MetadataSource> source;

    public FakeLineageIntegratorContext(MetadataStore store, Optional<MetadataSource> source) {
        this.store = store;
        this.source = source;
    }

    /** As if it had come over HTTP. */
    public void send(List<String> events) {
        inboxes.file(DAEMON, List.of(CONNECTOR), events);
    }

    @Override
    public LineageInbox inbox() {
        return inboxes.of(DAEMON, CONNECTOR);
    }

    @Override
    public Set<QualifiedName> catalogued(Collection<QualifiedName> names) {
        Set<QualifiedName> known = new HashSet<>();
        store.findByQualifiedNames(new Requester(new UserId("bench"), source), names).values().stream()
                .filter(element -> !element.isArchived())
                .map(Element::qualifiedName)
                .flatMap(Optional::stream)
                .forEach(known::add);
        return known;
    }

    @Override
    public ConnectorName connectorName() {
        return CONNECTOR;
    }

    @Override
    public PermittedSynchronization permittedSynchronization() {
        return PermittedSynchronization.FROM_THIRD_PARTY;
    }

    @Override
    public Optional<MetadataSource> metadataSource() {
        return source;
    }

    @Override
    public RecordingAuditLog auditLog() {
        return auditLog;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public void heartbeat() {
        // nobody watches
    }

    /** How often the connector asked for a refresh. */
    public int refreshRequests() {
        return refreshRequests.get();
    }

    @Override
    public void requestRefresh() {
        refreshRequests.incrementAndGet();
    }

    @Override
    public ThreadFactory threads() {
        return Thread::new;
    }
}
