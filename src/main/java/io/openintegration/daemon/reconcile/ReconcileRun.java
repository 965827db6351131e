package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.DescriptionSink;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Relations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One refresh. What is described is written in batches, and at the end of each top scope; what is gone is taken out of
 * the catalogue by {@link #finish()}, when it is certain that it was not only moved. A write that fails ends the
 * refresh: all that follows throws {@link MetadataStoreException} with {@link ReconcileMessage#REFRESH_BROKEN}, except
 * {@link DescriptionScope#close()}, {@link #close()} and {@link #report()}. Batches of new items are written by another thread while
 * more is described: what fails there is thrown by the next call. So a refresh has to be closed, however it ends. Used by one
 * thread at a time.
 */
public final class ReconcileRun implements DescriptionSink, AutoCloseable {

    private final Catalogue catalogue;
    private final RefreshMode mode;
    private final Tally tally = new Tally();
    private final Journal journal = new Journal();
    private final Census census = new Census();
    private final MissingItems missing;
    private final GuardedRemoval removal;
    private final Orphans orphans;
    private final Returned returned;
    private final Batch batch;
    private Optional<RunScope> root = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private boolean begun;
    private boolean finished;
    private boolean closed;

    ReconcileRun(Catalogue catalogue, RefreshMode mode, RunOrigin origin, ChangeWatch watch) {
        this.catalogue = catalogue;
        this.mode = mode;
        Watched watched = new Watched(catalogue, watch, tally);
        ItemGuard guard = ItemGuard.of(catalogue.options().guards(), mode, origin);
        this.missing = new MissingItems(catalogue, journal, guard);
        this.removal = new GuardedRemoval(
                catalogue, journal, census, guard, new Retirement(catalogue, watched, journal::isSpared));
        this.orphans = new Orphans(catalogue, origin);
        this.returned = new Returned(catalogue);
        this.batch = new Batch(
                new BatchWriter(catalogue, watched, journal, census, origin),
                returned,
                catalogue.options().batchSize());
    }

    @Override
    public DescriptionScope open(ItemKey key, ItemDescription item) {
        return root().open(key, item);
    }

    /**
     * Opens a scope that is in the ledger, without describing it or those around it; one that was opened in this refresh
     * before ignores what is said again.
     *
     * @return empty where the ledger does not vouch for it
     */
    public Optional<DescriptionScope> reopen(ItemKey key) {
        begin();
        if (wasOpened(key)) {
            return Optional.of(IgnoredScope.INSTANCE);
        }
        return known(key)
                .filter(LedgerEntry::isScope)
                .filter(entry -> !entry.isUnread())
                .map(entry -> scope(Container.reopened(around(entry), entry.guid())));
    }

    /**
     * Brings relationships in line with what the connector wants, once everything that was described before is written. Nothing where
     * the refresh is only planned. What the metadata server refuses is reported, and left as it is.
     */
    public void relate(List<Relations> relations) {
        begin();
        guarded(() -> {
            batch.flush();
            relations.forEach(any -> tally.described());
            new RelationWriter(catalogue, tally).write(relations);
        });
    }

    /**
     * Ends a refresh that the connector did not fail: writes what is left, and takes away what is gone. A top scope
     * that was not opened is retired only where every opened scope was declared complete, and at least one was opened.
     * Calling it again only repeats the report.
     */
    public ReconcileReport finish() {
        if (!finished) {
            mustBeSound();
            journal.open().stream().filter(scope -> scope.key().isPresent()).forEach(RunScope::close);
            guarded(this::writeRest);
            finished = true;
        }
        return report();
    }

    /**
     * Ends a refresh, however far it came: from now on nothing of it is written any more. Waits for what is being written, whatever
     * interrupts come; it is part of the {@link #report()}. Calling it again has no effect.
     *
     * @throws RuntimeException what made a write fail, unless that was thrown before
     */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            batch.breakOff();
            if (failure.isEmpty()) {
                catalogue.inFlight().check();
            }
        }
    }

    /** Whether it asks the metadata server what has become of what is in the ledger, also where the third party changed nothing. */
    public boolean isFullComparison() {
        return mode.comparesWithServer();
    }

    /** Whether neither metadata server nor ledger had anything to keep so far. */
    public boolean isWithoutEffect() {
        return catalogue.isUntouched();
    }

    /** What was done so far. May be called by any thread. */
    public ReconcileReport report() {
        return tally.report();
    }

    /**
     * How much the connector has described so far, and how much was asked and written for it; may be called by any thread. A number that
     * grows is a sign of life.
     */
    public long progress() {
        return tally.descriptions() + catalogue.steps();
    }

    Tally tally() {
        return tally;
    }

    Census census() {
        return census;
    }

    /** An item that was missing is there again. */
    void returned(ItemKey key) {
        guarded(() -> returned.add(key));
    }

    void sighted(Sighting sighting) {
        guarded(() -> batch.add(sighting));
    }

    /** Finds out at once what becomes of a scope: whether its items have to be linked again depends on it. */
    void writeWaiting() {
        guarded(batch::flush);
    }

    boolean isWaiting(ItemKey key) {
        return batch.contains(key);
    }

    boolean wasOpened(ItemKey scope) {
        return journal.wasOpened(scope);
    }

    RunScope scope(Container container) {
        RunScope[] opened = new RunScope[1];
        guarded(() -> opened[0] = read(container));
        journal.opened(container.key(), opened[0]);
        return opened[0];
    }

    void spareIfCatalogued(ItemKey key) {
        guarded(() -> catalogue.entry(key).ifPresent(entry -> {
            journal.spare(key);
            if (entry.isMissing()) {
                returned.add(key);
            }
        }));
    }

    void closed(RunScope scope) {
        if (closed || failure.isPresent()) {
            return;
        }
        if (scope.isComplete()) {
            guarded(() -> noteMissed(scope));
        } else {
            journal.leftIncomplete(scope.key());
            scope.container()
                    .sighting()
                    .ifPresent(sighting -> tally.problem(ReconcileMessage.SCOPE_INCOMPLETE.with(
                            sighting.item().qualifiedName())));
        }
        boolean topScope = scope.container()
                .sighting()
                .filter(sighting -> sighting.container().key().isEmpty())
                .isPresent();
        if (topScope) {
            guarded(batch::flush);
        }
        if (missing.areMany()) {
            guarded(this::noteMissing);
        }
    }

    void mustBeSound() {
        guarded(() -> {});
    }

    /** Before anything is read or written. */
    private void begin() {
        mustBeSound();
        if (!begun) {
            guarded(orphans::adopt);
            begun = true;
        }
    }

    private Optional<LedgerEntry> known(ItemKey key) {
        List<LedgerEntry> found = new ArrayList<>();
        guarded(() -> catalogue.entry(key).ifPresent(found::add));
        return found.stream().findFirst();
    }

    /** The scope and what it is catalogued in, from within. */
    private List<ItemKey> around(LedgerEntry scope) {
        List<ItemKey> around = new ArrayList<>(List.of(scope.key()));
        Optional<LedgerEntry> next = scope.scope().flatMap(this::known);
        while (next.isPresent()) {
            around.add(next.get().key());
            next = next.get().scope().flatMap(this::known);
        }
        return around;
    }

    private RunScope root() {
        begin();
        if (root.isEmpty()) {
            root = Optional.of(scope(Container.ofTopScopes(catalogue.metadataSource())));
        }
        return root.get();
    }

    private RunScope read(Container container) {
        RunScope scope = new RunScope(this, container);
        Optional<Comparison> comparison = mode.comparesWithServer()
                ? Optional.of(new Comparison(catalogue, elementOf(container.key())))
                : Optional.empty();
        catalogue.marks(
                container.key(),
                marks -> scope.expect(
                        marks, comparison.map(with -> with.discrepancies(marks)).orElse(Set.of())));
        return scope;
    }

    /** A scope remembers what it misses, but not by name: that is read once more. */
    private void noteMissed(RunScope scope) {
        journal.completed(scope.container());
        scope.key().filter(any -> scope.isEmptied()).ifPresent(journal::emptied);
        if (scope.notMentioned() > 0) {
            catalogue.marks(scope.key(), marks -> {
                marks.stream()
                        .map(LedgerMark::key)
                        .filter(scope::misses)
                        .forEach(item -> journal.missed(scope.key(), item));
                if (missing.areMany()) {
                    noteMissing();
                }
            });
        }
    }

    private Optional<Guid> elementOf(Optional<ItemKey> scope) {
        return scope.isPresent() ? catalogue.entry(scope.get()).map(LedgerEntry::guid) : catalogue.metadataSource();
    }

    private void noteMissing() {
        batch.flush();
        missing.note();
    }

    private void writeRest() {
        batch.flush();
        takeAway(mode == RefreshMode.CHANGES ? Optional.empty() : concludeTopScopes());
    }

    /** Returns why nothing is to go, if so. */
    private Optional<Message> concludeTopScopes() {
        long topScopes = root().notMentioned();
        boolean blind = topScopes > 0 && journal.nothingWasOpened();
        if (topScopes > 0 && journal.isIncomplete()) {
            tally.problem(ReconcileMessage.TOP_SCOPES_KEPT.with(topScopes));
        } else {
            noteMissed(root());
        }
        return blind ? Optional.of(ReconcileMessage.NOTHING_DESCRIBED.with(topScopes)) : Optional.empty();
    }

    /** @param reason why nothing is to go that is not released */
    private void takeAway(Optional<Message> reason) {
        Judgement judgement = removal.carryOut(missing, reason);
        tally.heldBack(judgement.heldCount());
        reason.filter(any -> judgement.heldCount() > 0).ifPresent(tally::problem);
        judgement.reasons().forEach(tally::problem);
    }

    private void guarded(Runnable step) {
        mustGoOn();
        try {
            catalogue.inFlight().check();
            step.run();
        } catch (RuntimeException | Error broken) {
            failure = Optional.of(broken);
            throw broken;
        }
    }

    private void mustGoOn() {
        if (closed) {
            throw new IllegalStateException("the refresh is closed");
        }
        if (failure.isPresent()) {
            throw new MetadataStoreException(
                    MetadataStoreException.Kind.UNAVAILABLE, ReconcileMessage.REFRESH_BROKEN.with(), failure.get());
        }
    }
}
