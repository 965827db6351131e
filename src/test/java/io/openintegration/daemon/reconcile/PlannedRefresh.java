package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.testing.InMemoryChangeLists;
import java.util.List;
import java.util.TreeSet;

/** A refresh of a world that was planned, and can be applied to it. */
record PlannedRefresh(ReconcileReport report, ChangeCount count, ChangeList changes, RefreshMode mode) {

    static PlannedRefresh of(World world, RefreshMode mode, List<Node> tops) {
        ChangeList list = new InMemoryChangeLists().list("plan");
        NotedChanges noted = NotedChanges.all(list);
        Ledger scratch = world.ledgers.ledger(new ServerName("daemon"), "plan", new ServerName("plan"));
        ReconcileRun run = reconciler(world).plan(mode, world.origin(), scratch, noted);
        tops.forEach(top -> World.describe(run, top));
        ReconcileReport report = run.finish();
        world.ledgers.forget(new ServerName("daemon"), "plan");
        return new PlannedRefresh(report, noted.count(), list, mode);
    }

    ReconcileReport apply(World world, List<Node> tops) {
        try (ReconcileRun run =
                reconciler(world).begin(mode, world.origin(), new ApprovedChanges(changes, ChangeWatch.NONE))) {
            tops.forEach(top -> World.describe(run, top));
            return run.finish();
        }
    }

    static Reconciler reconciler(World world) {
        return new Reconciler(
                world.failingStore, world.ledger, world.daemon, world.writeGate, world.options, world.writer);
    }

    List<ItemChange> all() {
        return changes.read(ChangeQuery.first(Integer.MAX_VALUE)).stream()
                .map(NumberedChange::change)
                .toList();
    }

    /** All entries that can be reached from the top scopes. */
    static String ledgerOf(World world) {
        TreeSet<String> words = new TreeSet<>();
        world.ledger.topScopes().forEach(top -> collect(world, top, words));
        return words.toString();
    }

    private static void collect(World world, LedgerEntry entry, TreeSet<String> words) {
        words.add(entry.toString());
        if (entry.isScope()) {
            world.ledger.entries(entry.key()).forEach(inside -> collect(world, inside, words));
        }
    }
}
