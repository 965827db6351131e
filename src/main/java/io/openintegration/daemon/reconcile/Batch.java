package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ItemKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The described items that wait for being written, in the order of their description: a scope before its items. */
final class Batch {

    private final BatchWriter writer;
    private final Returned returned;
    private final int mostItems;
    private final List<Sighting> waiting = new ArrayList<>();
    private final Set<ItemKey> keys = new HashSet<>();
    private int elements;

    Batch(BatchWriter writer, Returned returned, int mostItems) {
        this.writer = writer;
        this.returned = returned;
        this.mostItems = mostItems;
    }

    boolean contains(ItemKey key) {
        return keys.contains(key);
    }

    /** Has what waits written where the batch is full; that need not be done yet. */
    void add(Sighting sighting) {
        waiting.add(sighting);
        keys.add(sighting.key());
        elements += 1 + sighting.parts().size();
        if (waiting.size() >= mostItems || elements >= mostItems * ReconcileOptions.ELEMENTS_PER_ITEM) {
            returned.flush();
            writer.begin(taken());
        }
    }

    /** Writes everything that was described. */
    void flush() {
        returned.flush();
        writer.write(taken());
    }

    /** Writes nothing more; waits for what is being written. */
    void breakOff() {
        writer.breakOff();
    }

    private List<Sighting> taken() {
        List<Sighting> taken = List.copyOf(waiting);
        waiting.clear();
        keys.clear();
        elements = 0;
        return taken;
    }
}
