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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A context for lineage connectors, with an inbox in memory and a given metadata server. */
public final class FakeLineageIntegratorContext extends FakeIntegrationContext implements LineageIntegratorContext {

    public static final ConnectorName CONNECTOR = new ConnectorName("Lineage");
    private static final ServerName DAEMON = new ServerName("daemon");

    private final InMemoryLineageInboxes inboxes = new InMemoryLineageInboxes();
    private final MetadataStore store;
    private final Optional<MetadataSource> source;

    public FakeLineageIntegratorContext(MetadataStore store, Optional<MetadataSource> source) {
        super(CONNECTOR);
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
    public Optional<MetadataSource> metadataSource() {
        return source;
    }
}
