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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
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
        List<Element> before = all();
        ReconcileRun run = reconciler.begin(mode, new RunOrigin("bench", Instant.EPOCH));
        connector.refresh(new UncancelledRefresh(run));
        run.finish();
        return difference(before, all());
    }

    @Override
    public Set<String> catalogued() {
        return items(all()).keySet();
    }

    @Override
    public Set<String> elements() {
        return all().stream().map(ReconcilingBench::words).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Outcome difference(List<Element> before, List<Element> after) {
        Map<String, Element> items = items(before);
        Map<String, Element> itemsNow = items(after);
        Map<String, Element> parts = parts(before);
        Map<String, Element> partsNow = parts(after);
        Set<String> changedParts = changed(parts, partsNow);
        changedParts.addAll(onlyIn(partsNow, parts));
        changedParts.addAll(onlyIn(parts, partsNow));
        return new Outcome(onlyIn(itemsNow, items), changed(items, itemsNow), onlyIn(items, itemsNow), changedParts);
    }

    private static Set<String> onlyIn(Map<String, Element> some, Map<String, Element> others) {
        Set<String> names = new TreeSet<>(some.keySet());
        names.removeAll(others.keySet());
        return names;
    }

    /** What was made anew by the name that it had counts as well. */
    private static Set<String> changed(Map<String, Element> before, Map<String, Element> after) {
        Set<String> names = new TreeSet<>();
        after.forEach((name, element) -> {
            Element known = before.get(name);
            if (known != null
                    && !(known.guid().equals(element.guid())
                            && known.versions().version() == element.versions().version())) {
                names.add(name);
            }
        });
        return names;
    }

    /** What stands on its own: parts are anchored to an item. */
    private static Map<String, Element> items(List<Element> elements) {
        return named(elements, element -> !isPart(element), ReconcilingBench::name);
    }

    private static Map<String, Element> parts(List<Element> elements) {
        return named(elements, ReconcilingBench::isPart, ReconcilingBench::words);
    }

    private static Map<String, Element> named(
            List<Element> elements, Predicate<Element> which, Function<Element, String> name) {
        return elements.stream()
                .filter(which)
                .collect(Collectors.toMap(name, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    private static String words(Element element) {
        return element.type() + " " + name(element);
    }

    private static String name(Element element) {
        return element.qualifiedName().orElseThrow().value();
    }

    /** The metadata source is nobody's item. */
    private List<Element> all() {
        return store.find(requester, EVERYTHING).stream()
                .filter(element -> !isSource(element))
                .toList();
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
