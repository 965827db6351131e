package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Certainty;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A scope that is being described: compares what is mentioned with the marks of what is catalogued in it. */
final class RunScope implements DescriptionScope {

    private final ReconcileRun run;
    private final Container container;
    private final KeyMap<Known> items = new KeyMap<>();
    private final Optional<Place> place;
    private long notMentioned;
    private boolean anythingFound;
    private boolean complete;
    private boolean closed;

    RunScope(ReconcileRun run, Container container) {
        this.run = run;
        this.container = container;
        this.place = container.topScope().map(run.census()::place);
    }

    /**
     * These items, too, are missing in this scope unless it mentions them.
     *
     * @param discrepancies those of them of which the ledger is known to be wrong
     */
    void expect(List<LedgerMark> marks, Set<ItemKey> discrepancies) {
        for (LedgerMark mark : marks) {
            if (!mentioned(mark.key())) {
                items.put(mark.key(), Known.of(mark, discrepancies.contains(mark.key())));
                notMentioned++;
            }
        }
    }

    @Override
    public void add(ItemKey key, String stamp, Supplier<ItemDescription> description) {
        Known known = mention(key);
        if (known == Known.MENTIONED) {
            return;
        }
        boolean doubtful = isDoubtful(known);
        if (!doubtful && !known.isScope() && known.hasStamp(stamp)) {
            run.tally().count(Outcome.UNCHANGED);
            return;
        }
        run.sighted(new Sighting(key, container, stamp, describe(key, description), Optional.empty(), doubtful));
    }

    @Override
    public void unreadable(ItemKey key, Message reason) {
        Known known = mention(key);
        if (known != Known.MENTIONED) {
            run.tally().problem(reason);
            if (!known.isCatalogued()) {
                run.spareIfCatalogued(key);
            }
        }
    }

    @Override
    public DescriptionScope open(ItemKey key, ItemDescription item) {
        Known known = mention(key);
        if (known == Known.MENTIONED) {
            return IgnoredScope.INSTANCE;
        }
        if (run.wasOpened(key)) {
            run.tally().problem(ReconcileMessage.DESCRIBED_TWICE.with(key));
            return IgnoredScope.INSTANCE;
        }
        if (container.isWithin(key)) {
            run.tally()
                    .problem(ReconcileMessage.SCOPE_IN_ITSELF.with(
                            key, container.key().orElseThrow()));
            run.spareIfCatalogued(key);
            return IgnoredScope.INSTANCE;
        }
        report(item);
        boolean doubtful = isDoubtful(known);
        Container opened = container.ofScope(key);
        String stamp = Fingerprint.whole(item);
        Sighting sighting = new Sighting(key, container, stamp, item, Optional.of(opened), doubtful);
        RunScope scope = run.scope(opened);
        if (!doubtful && known.isScope() && known.hasStamp(stamp)) {
            opened.is(known.guid());
            run.tally().count(Outcome.UNCHANGED);
        } else {
            run.sighted(sighting);
        }
        if (doubtful) {
            run.writeWaiting();
        }
        return scope;
    }

    @Override
    public boolean keep(ItemKey key) {
        mustBeOpen();
        run.mustBeSound();
        boolean known = items.get(key)
                .filter(item -> item.isScope() && item.hasStamp() && !isDoubtful(item))
                .isPresent();
        if (known) {
            mention(key);
            run.tally().count(Outcome.UNCHANGED);
        }
        return known;
    }

    @Override
    public void complete() {
        mustBeOpen();
        complete = true;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            run.closed(this);
        }
    }

    Optional<ItemKey> key() {
        return container.key();
    }

    Container container() {
        return container;
    }

    boolean isComplete() {
        return complete;
    }

    /** How many catalogued items were not mentioned so far. */
    long notMentioned() {
        return notMentioned;
    }

    /** Whether it has lost all that it had, and holds nothing else. */
    boolean isEmptied() {
        return notMentioned > 0 && !anythingFound;
    }

    /** Whether a catalogued item was not mentioned so far. */
    boolean misses(ItemKey key) {
        return items.get(key).filter(Known::isCatalogued).isPresent();
    }

    boolean mentioned(ItemKey key) {
        return items.get(key).filter(known -> known == Known.MENTIONED).isPresent();
    }

    void forget(ItemKey key) {
        if (misses(key)) {
            items.remove(key);
            notMentioned--;
        }
    }

    /** Returns what was known of it so far. */
    private Known mention(ItemKey key) {
        mustBeOpen();
        run.mustBeSound();
        run.tally().described();
        anythingFound = true;
        Known known = run.isWaiting(key)
                ? Known.MENTIONED
                : items.put(key, Known.MENTIONED).orElse(Known.NOTHING);
        if (known == Known.MENTIONED) {
            run.tally().problem(ReconcileMessage.DESCRIBED_TWICE.with(key));
        } else if (known.isCatalogued()) {
            notMentioned--;
            place.orElseGet(() -> run.census().place(key)).kept();
            if (known.isMissing()) {
                run.returned(key);
            }
        }
        return known;
    }

    /** An item whose description fails was mentioned, so it is not missing; it may be mentioned again. */
    private ItemDescription describe(ItemKey key, Supplier<ItemDescription> description) {
        boolean described = false;
        try {
            ItemDescription item = description.get();
            described = true;
            report(item);
            return item;
        } finally {
            if (!described) {
                items.remove(key);
            }
        }
    }

    private void report(ItemDescription item) {
        item.certainty().flatMap(Certainty::problem).ifPresent(run.tally()::problem);
    }

    private boolean isDoubtful(Known known) {
        return known.isCatalogued() && (container.isNew() || known.isDoubtful());
    }

    private void mustBeOpen() {
        if (closed) {
            throw new IllegalStateException("the scope is closed");
        }
    }
}
