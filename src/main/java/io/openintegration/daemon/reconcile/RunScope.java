package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A scope that is being described: compares what is mentioned with the marks of what is catalogued in it. */
final class RunScope implements DescriptionScope {

    private final ReconcileRun run;
    private final Container container;
    private final Map<ItemKey, LedgerMark> notMentioned = new HashMap<>();
    private final Set<ItemKey> mentioned = new HashSet<>();
    private final Set<ItemKey> discrepancies;
    private final Optional<Place> place;
    private boolean complete;
    private boolean closed;

    /** @param discrepancies items of which the ledger is known to be wrong */
    RunScope(ReconcileRun run, Container container, List<LedgerMark> marks, Set<ItemKey> discrepancies) {
        this.run = run;
        this.container = container;
        this.discrepancies = discrepancies;
        this.place = container.topScope().map(run.census()::place);
        marks.forEach(mark -> notMentioned.put(mark.key(), mark));
    }

    @Override
    public void add(ItemKey key, String stamp, Supplier<ItemDescription> description) {
        if (!mention(key)) {
            return;
        }
        LedgerMark mark = known(key);
        boolean doubtful = isDoubtful(mark);
        if (mark != null && !doubtful && !mark.isScope() && isSame(mark.stamp(), stamp)) {
            run.tally().count(Outcome.UNCHANGED);
            return;
        }
        run.sighted(new Sighting(key, container, stamp, describe(key, description), Optional.empty(), doubtful));
    }

    @Override
    public void unreadable(ItemKey key, Message reason) {
        if (mention(key)) {
            run.tally().problem(reason);
            if (known(key) == null) {
                run.spareIfCatalogued(key);
            }
        }
    }

    @Override
    public DescriptionScope open(ItemKey key, ItemDescription item) {
        if (!mention(key)) {
            return IgnoredScope.INSTANCE;
        }
        LedgerMark mark = known(key);
        if (run.wasOpened(key)) {
            run.tally().problem(ReconcileMessage.DESCRIBED_TWICE.with(key));
            return IgnoredScope.INSTANCE;
        }
        boolean doubtful = isDoubtful(mark);
        Container opened = container.ofScope(key);
        String stamp = Fingerprint.whole(item);
        Sighting sighting = new Sighting(key, container, stamp, item, Optional.of(opened), doubtful);
        RunScope scope = run.scope(opened);
        if (mark != null && !doubtful && mark.isScope() && isSame(mark.stamp(), stamp)) {
            opened.is(mark.guid());
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
        LedgerMark mark = notMentioned.get(key);
        if (mark == null || !mark.isScope() || mark.stamp().isEmpty() || isDoubtful(mark)) {
            return false;
        }
        mention(key);
        known(key);
        run.tally().count(Outcome.UNCHANGED);
        return true;
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

    Set<ItemKey> notMentioned() {
        return notMentioned.keySet();
    }

    boolean mentioned(ItemKey key) {
        return mentioned.contains(key);
    }

    void forget(ItemKey key) {
        notMentioned.remove(key);
    }

    /** These items, too, are missing in this scope unless it mentions them. */
    void expect(List<LedgerMark> items) {
        items.stream()
                .filter(item -> !mentioned.contains(item.key()))
                .forEach(item -> notMentioned.put(item.key(), item));
    }

    private boolean mention(ItemKey key) {
        mustBeOpen();
        run.mustBeSound();
        run.tally().described();
        place.ifPresent(Place::found);
        boolean first = !run.isWaiting(key) && mentioned.add(key);
        if (!first) {
            run.tally().problem(ReconcileMessage.DESCRIBED_TWICE.with(key));
        }
        return first;
    }

    /** An item whose description fails was mentioned, so it is not missing; it may be mentioned again. */
    private ItemDescription describe(ItemKey key, Supplier<ItemDescription> description) {
        boolean described = false;
        try {
            ItemDescription item = description.get();
            described = true;
            return item;
        } finally {
            if (!described) {
                mentioned.remove(key);
            }
        }
    }

    /** What the ledger has of an item that is mentioned here; null where it does not have it here. */
    private LedgerMark known(ItemKey key) {
        LedgerMark mark = notMentioned.remove(key);
        if (mark != null) {
            place.orElseGet(() -> run.census().place(key)).kept();
            if (mark.missingSince().isPresent()) {
                run.returned(key);
            }
        }
        return mark;
    }

    private boolean isDoubtful(LedgerMark mark) {
        return mark != null && (container.isNew() || discrepancies.contains(mark.key()));
    }

    private void mustBeOpen() {
        if (closed) {
            throw new IllegalStateException("the scope is closed");
        }
    }

    private static boolean isSame(String known, String now) {
        return !known.isEmpty() && known.equals(now);
    }
}
