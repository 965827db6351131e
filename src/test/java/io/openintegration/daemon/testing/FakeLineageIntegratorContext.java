package io.openintegration.daemon.testing;

import io.openintegration.daemon.connectors.lineage.EventCheck;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.LineageDoor;
import io.openintegration.daemon.spi.ConnectionPolicy;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.LineageReceipt;
import io.openintegration.daemon.spi.PermittedSynchronization;
import io.openintegration.daemon.spi.RefusedNetworks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A context for lineage connectors, with an inbox in memory and a given metadata server. */
public final class FakeLineageIntegratorContext extends FakeIntegrationContext implements LineageIntegratorContext {

    public static final ConnectorName CONNECTOR = new ConnectorName("Lineage");
    private static final ServerName DAEMON = new ServerName("daemon");

    private final InMemoryLineageInboxes inboxes = new InMemoryLineageInboxes();
    private final MetadataStore store;
    private final Optional<MetadataSource> source;
    private volatile PermittedSynchronization synchronization = PermittedSynchronization.FROM_THIRD_PARTY;
    private volatile LineageDoor door = this::store;
    private volatile Supplier<List<String>> next = List::of;
    private volatile ConnectionPolicy policy = RefusedNetworks.STANDARD;

    public FakeLineageIntegratorContext(MetadataStore store, Optional<MetadataSource> source) {
        super(CONNECTOR);
        this.store = store;
        this.source = source;
    }

    /** Without a metadata server. */
    public FakeLineageIntegratorContext() {
        this(new InMemoryMetadataStore(new SettableClock()), Optional.empty());
    }

    public void permit(PermittedSynchronization directions) {
        synchronization = directions;
    }

    public void connectBy(ConnectionPolicy other) {
        policy = other;
    }

    /** What the connector hands over goes here from now on; at first, into its own inbox, as if another's. */
    public void open(LineageDoor other) {
        door = other;
    }

    /** Files what the reader of events takes; refuses the rest. */
    public LineageReceipt store(List<String> events) {
        Map<Integer, Message> refused = new HashMap<>();
        List<String> good = new ArrayList<>();
        for (String event : events) {
            try {
                new EventCheck().check(event);
                good.add(event);
            } catch (ConnectorException bad) {
                refused.put(refused.size() + good.size(), bad.reason());
            }
        }
        send(good);
        return new LineageReceipt(LineageReceipt.Outcome.STORED, refused);
    }

    @Override
    public PermittedSynchronization permittedSynchronization() {
        return synchronization;
    }

    @Override
    public ConnectionPolicy connectionPolicy() {
        return policy;
    }

    @Override
    public ServerName serverName() {
        return DAEMON;
    }

    @Override
    public LineageReceipt accept(List<String> events) {
        return door.accept(events);
    }

    @Override
    public Path resolve(String address) {
        return Path.of(address).toAbsolutePath().normalize();
    }

    /** As if it had come over HTTP. */
    public void send(List<String> events) {
        inboxes.file(DAEMON, List.of(CONNECTOR), events);
    }

    /** Has events come without end: whenever some are taken in, these. */
    public void keepSending(Supplier<List<String>> more) {
        next = more;
    }

    @Override
    public LineageInbox inbox() {
        return new RefilledInbox(inboxes.of(DAEMON, CONNECTOR), () -> send(next.get()));
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
