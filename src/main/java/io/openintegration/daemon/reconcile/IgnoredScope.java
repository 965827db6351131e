package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import java.util.function.Supplier;

/** A scope that was opened a second time: the first description counts, and this one has no effect. */
enum IgnoredScope implements DescriptionScope {
    INSTANCE;

    @Override
    public void add(ItemKey key, String stamp, Supplier<ItemDescription> description) {
        // the first description counts
    }

    @Override
    public void unreadable(ItemKey key, Message reason) {
        // the first description counts
    }

    @Override
    public DescriptionScope open(ItemKey key, ItemDescription item) {
        return this;
    }

    @Override
    public boolean keep(ItemKey key) {
        return true;
    }

    @Override
    public void complete() {
        // nothing was noted that could be complete
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
