package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.DescriptionSink;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Relations;
import io.openintegration.daemon.reconcile.ReconcileRun;
import io.openintegration.daemon.spi.Refresh;
import java.util.List;
import java.util.Optional;

/** A complete refresh that nobody cuts short. */
public record UncancelledRefresh(DescriptionSink sink) implements Refresh {

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public boolean isOfChanges() {
        return false;
    }

    @Override
    public boolean isFullComparison() {
        return sink instanceof ReconcileRun run && run.isFullComparison();
    }

    @Override
    public void relate(List<Relations> relations) {
        if (!(sink instanceof ReconcileRun run)) {
            throw new UnsupportedOperationException("nothing that relates is behind it");
        }
        run.relate(relations);
    }

    @Override
    public Optional<DescriptionScope> reopen(ItemKey key) {
        return Optional.empty();
    }

    @Override
    public DescriptionScope open(ItemKey key, ItemDescription item) {
        return sink.open(key, item);
    }
}
