package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Relations;
import io.openintegration.daemon.reconcile.ReconcileRun;
import io.openintegration.daemon.spi.Refresh;
import java.util.List;
import java.util.Optional;

/** A refresh that catalogues what is described to it, and that nobody cuts short. */
public record ReconcilingRefresh(ReconcileRun run, boolean isOfChanges) implements Refresh {

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public boolean isFullComparison() {
        return run.isFullComparison();
    }

    @Override
    public DescriptionScope open(ItemKey key, ItemDescription item) {
        return run.open(key, item);
    }

    @Override
    public void relate(List<Relations> relations) {
        run.relate(relations);
    }

    @Override
    public Optional<DescriptionScope> reopen(ItemKey key) {
        return run.reopen(key);
    }
}
