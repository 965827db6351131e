package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ReconcileOptions;
import io.openintegration.daemon.reconcile.ReconcileReport;
import io.openintegration.daemon.reconcile.ReconcileRun;
import io.openintegration.daemon.reconcile.Reconciler;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.reconcile.RunOrigin;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.LineageIntegratorConnector;
import io.openintegration.daemon.testing.FakeLineageIntegratorContext;
import io.openintegration.daemon.testing.InMemoryLedgers;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.ReconcilingRefresh;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A metadata server, a lineage connector, and what is around them. */
final class LineageWorld {

    final InMemoryMetadataStore store = new InMemoryMetadataStore(new SettableClock());
    final MetadataSource source = source("spark");
    final FakeLineageIntegratorContext context = new FakeLineageIntegratorContext(store, Optional.of(source));
    private final Requester connector = new Requester(new UserId("lineage"), Optional.of(source));
    private final Reconciler reconciler = new Reconciler(
            store,
            new InMemoryLedgers().ledger(new ServerName("daemon"), "Lineage", new ServerName("store")),
            connector,
            () -> {},
            ReconcileOptions.standard());

    private int runs;

    MetadataSource source(String name) {
        QualifiedName qualified = new QualifiedName(name);
        Guid guid = store.apply(
                        new Requester(new UserId("anybody"), Optional.empty()),
                        new ChangeSet(List.of(create("SoftwareCapability", qualified, Optional.empty()))))
                .get(0)
                .guid();
        return new MetadataSource(guid, qualified);
    }

    static Change.CreateElement create(String type, QualifiedName name, Optional<Change.ParentLink> parent) {
        return new Change.CreateElement(
                new TypeName(type),
                ElementProperties.builder()
                        .text("qualifiedName", name.value())
                        .text("displayName", name.value().substring(name.value().lastIndexOf(':') + 1))
                        .build(),
                Map.of(),
                Optional.empty(),
                parent);
    }

    /** A file with columns, which the connector of a file system has catalogued. */
    void catalogueFile(MetadataSource owner, String name, String... columns) {
        QualifiedName file = new QualifiedName(name);
        QualifiedName schema = new QualifiedName("TabularSchemaType::" + name);
        List<Change> changes = new ArrayList<>();
        changes.add(create("CSVFile", file, Optional.empty()));
        changes.add(create("TabularSchemaType", schema, Optional.of(parent("Schema", file))));
        for (String column : columns) {
            changes.add(create(
                    "TabularFileColumn",
                    new QualifiedName("TabularFileColumn::" + name + "::" + column),
                    Optional.of(parent("AttributeForSchema", schema))));
        }
        store.apply(new Requester(new UserId("files"), Optional.of(owner)), new ChangeSet(changes));
    }

    private static Change.ParentLink parent(String type, QualifiedName parent) {
        return new Change.ParentLink(new TypeName(type), ElementRef.to(parent), true, ElementProperties.NONE);
    }

    LineageIntegratorConnector monitor(Map<String, Object> properties) {
        LineageIntegratorConnector monitor = (LineageIntegratorConnector) new OpenLineageMonitorProvider()
                .create(new Connection(
                        OpenLineageMonitorProvider.class.getName(),
                        Optional.empty(),
                        properties,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
        monitor.initialize(context);
        monitor.start();
        return monitor;
    }

    ReconcileReport refresh(LineageIntegratorConnector monitor, RefreshMode mode) {
        try (ReconcileRun run =
                reconciler.begin(mode, new RunOrigin("run " + ++runs, Instant.EPOCH.plusSeconds(runs)))) {
            monitor.refresh(new ReconcilingRefresh(run, mode == RefreshMode.CHANGES));
            return run.finish();
        }
    }

    Element element(String name) {
        return find(name).orElseThrow(() -> new AssertionError("no " + name + " in " + names()));
    }

    Optional<Element> find(String name) {
        return Optional.ofNullable(store.findByQualifiedNames(connector, List.of(new QualifiedName(name)))
                .get(new QualifiedName(name)));
    }

    /** Of all that is not archived. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        store.elements().stream()
                .filter(element -> !element.isArchived())
                .forEach(element -> names.add(nameOf(element)));
        return names;
    }

    /** All relationships of these types, as "one -> other". */
    Set<String> links(String... types) {
        Set<String> wanted = Set.of(types);
        Set<String> links = new TreeSet<>();
        for (Relationship link : store.relationships()) {
            if (wanted.contains(link.type().value())) {
                links.add(nameOf(link.end1()) + " -> " + nameOf(link.end2()));
            }
        }
        return links;
    }

    private String nameOf(Guid guid) {
        return nameOf(store.get(connector, guid, true).orElseThrow());
    }

    private static String nameOf(Element element) {
        return element.qualifiedName().orElseThrow().value();
    }
}
