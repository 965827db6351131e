package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.ReconcileOptions;
import io.openintegration.daemon.reconcile.ReconcileRun;
import io.openintegration.daemon.reconcile.Reconciler;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationContext;
import io.openintegration.daemon.spi.Refresh;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A bench that catalogues what a connector describes as the daemon does, in a metadata store in memory. */
public final class ReconcilingBench<C extends IntegrationContext> implements ConnectorBench<C> {

    private static final TypeName ANCHORS = new TypeName("Anchors");

    private final C context;
    private final InMemoryMetadataStore store = new InMemoryMetadataStore(new SettableClock());
    private final Reconciler reconciler;

    public ReconcilingBench(C context) {
        this.context = context;
        this.reconciler = new Reconciler(
                store,
                new InMemoryLedgers()
                        .ledger(
                                new ServerName("daemon"),
                                context.connectorName().value(),
                                new ServerName("store")),
                new Requester(new UserId("bench"), context.metadataSource()),
                () -> {},
                ReconcileOptions.standard());
    }

    @Override
    public C context() {
        return context;
    }

    @Override
    public Outcome refresh(IntegrationConnector<C> connector) {
        Map<String, Element> before = items();
        ReconcileRun run = reconciler.begin(RefreshMode.SCHEDULED);
        connector.refresh(new Refresh() {
            @Override
            public boolean isCancelled() {
                return false;
            }

            @Override
            public DescriptionScope open(ItemKey key, ItemDescription item) {
                return run.open(key, item);
            }
        });
        run.finish();
        return difference(before, items());
    }

    @Override
    public Set<String> catalogued() {
        return items().keySet();
    }

    private static Outcome difference(Map<String, Element> before, Map<String, Element> after) {
        Outcome outcome = new Outcome(new TreeSet<>(after.keySet()), new TreeSet<>(), new TreeSet<>(before.keySet()));
        outcome.created().removeAll(before.keySet());
        outcome.removed().removeAll(after.keySet());
        after.forEach((name, element) -> {
            Element known = before.get(name);
            if (known != null
                    && known.versions().version() != element.versions().version()) {
                outcome.updated().add(name);
            }
        });
        return outcome;
    }

    /** What stands on its own: parts are anchored to an item, and the metadata source is nobody's item. */
    private Map<String, Element> items() {
        return store.elements().stream()
                .filter(element -> !element.isArchived() && !isPart(element) && !isSource(element))
                .collect(Collectors.toMap(
                        element -> element.qualifiedName().orElseThrow().value(),
                        Function.identity(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static boolean isPart(Element element) {
        return element.classifications().containsKey(ANCHORS)
                && element.classifications().get(ANCHORS).text("anchorGUID").isPresent();
    }

    private boolean isSource(Element element) {
        return context.metadataSource()
                .map(MetadataSource::guid)
                .filter(element.guid()::equals)
                .isPresent();
    }
}
