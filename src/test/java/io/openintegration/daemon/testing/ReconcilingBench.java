package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.Ledgers;
import io.openintegration.daemon.reconcile.ReconcileOptions;
import io.openintegration.daemon.reconcile.ReconcileRun;
import io.openintegration.daemon.reconcile.Reconciler;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.reconcile.RunOrigin;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A bench that catalogues what a connector describes as the daemon does. */
public final class ReconcilingBench<C extends IntegrationContext> implements ConnectorBench<C> {

    private static final TextSearch EVERYTHING = new TextSearch(
            "", Optional.empty(), TextSearch.Match.CONTAINS, true, false, new Paging(0, Integer.MAX_VALUE));

    private final C context;
    private final MetadataStore store;
    private final Requester requester;
    private final Reconciler reconciler;

    /** With store and ledger in memory. */
    public ReconcilingBench(C context) {
        this(context, new InMemoryMetadataStore(new SettableClock()), new InMemoryLedgers());
    }

    public ReconcilingBench(C context, MetadataStore store, Ledgers ledgers) {
        this.context = context;
        this.store = store;
        this.requester = new Requester(new UserId("bench"), context.metadataSource());
        this.reconciler = new Reconciler(
                store,
                ledgers.ledger(new ServerName("daemon"), context.connectorName().value(), new ServerName("store")),
                requester,
                () -> {},
                ReconcileOptions.standard());
    }

    @Override
    public C context() {
        return context;
    }

    @Override
    public Outcome refresh(IntegrationConnector<C> connector) {
        return refresh(connector, RefreshMode.SCHEDULED);
    }

    public Outcome refresh(IntegrationConnector<C> connector, RefreshMode mode) {
        Map<String, Element> before = items();
        ReconcileRun run = reconciler.begin(mode, new RunOrigin("bench", Instant.EPOCH));
        connector.refresh(new UncancelledRefresh(run));
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
        return store.find(requester, EVERYTHING).stream()
                .filter(element -> !isPart(element) && !isSource(element))
                .collect(Collectors.toMap(
                        element -> element.qualifiedName().orElseThrow().value(),
                        Function.identity(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static boolean isPart(Element element) {
        return element.anchor().isPresent();
    }

    private boolean isSource(Element element) {
        return context.metadataSource()
                .map(MetadataSource::guid)
                .filter(element.guid()::equals)
                .isPresent();
    }
}
