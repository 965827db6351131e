package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.testing.InMemoryChangeLists;
import java.util.List;

/** A refresh of a world whose changes were noted, so that it can be undone. */
record UndoableRefresh(RunOrigin origin, ChangeList changes) {

    static UndoableRefresh run(World world, InMemoryChangeLists lists, List<Node> tops) {
        RunOrigin origin = world.origin();
        ChangeList list = lists.ofRun(origin.reference());
        try (ReconcileRun run =
                PlannedRefresh.reconciler(world).begin(RefreshMode.REQUESTED, origin, NotedChanges.forUndo(list))) {
            tops.forEach(top -> World.describe(run, top));
            run.finish();
        }
        return new UndoableRefresh(origin, list);
    }

    ReconcileReport undo(World world) {
        return undo(world, ChangeWatch.NONE);
    }

    ReconcileReport undo(World world, ChangeWatch watch) {
        return PlannedRefresh.reconciler(world)
                .undo(origin.reference(), changes, watch)
                .carryOut();
    }

    ReconcileReport planUndo(World world) {
        return planUndo(world, NotedChanges.all(new InMemoryChangeLists().list("plan")));
    }

    ReconcileReport planUndo(World world, ChangeWatch watch) {
        Ledger scratch = world.ledgers.ledger(new ServerName("daemon"), "plan", new ServerName("plan"));
        UndoRun run = PlannedRefresh.reconciler(world).planUndo(origin.reference(), changes, scratch, watch);
        ReconcileReport report = run.carryOut();
        world.ledgers.forget(new ServerName("daemon"), "plan");
        return report;
    }

    /** The same tree, of items that keep their type and their columns. What is in a folder that would be a file is lost. */
    static Node gentle(Node node) {
        Node.Kind kind = kind(node.key());
        List<Node> content = kind.isFolder()
                ? node.content().stream().map(UndoableRefresh::gentle).toList()
                : List.of();
        return new Node(node.key(), kind, node.revision(), List.of("a"), content, node.reading());
    }

    private static Node.Kind kind(String key) {
        if (key.startsWith("t")) {
            return Node.Kind.FOLDER;
        }
        return List.of(Node.Kind.FOLDER, Node.Kind.FILE, Node.Kind.CSV).get(Integer.parseInt(key.substring(1)) % 3);
    }
}
