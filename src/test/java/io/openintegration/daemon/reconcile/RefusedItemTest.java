package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of the others where the metadata server refuses an item. */
class RefusedItemTest {

    private static final Node TOP = Node.folder("top");

    private final World world = new World();

    @Test
    void itemThatTheServerRefusesDoesNotKeepTheOthersFromBeingCatalogued() {
        ItemDescription bad = ofUnknownType(Node.file("bad"));
        ReconcileRun run = world.begin(RefreshMode.SCHEDULED);
        try (DescriptionScope scope = run.open(TOP.itemKey(), TOP.described(true))) {
            scope.add(new ItemKey("bad"), "1", () -> bad);
            Node.file("a").describe(scope);
            scope.complete();
        }

        assertThat(run.finish().problems()).extracting(Message::id).containsExactly(ReconcileMessage.ITEM_REFUSED.id());
        mustHold(Node.folder("top", Node.file("a")));
    }

    @Test
    void nothingIsCataloguedInARefusedScopeThatTheLedgerDoesNotHave() {
        world.scheduled(Node.folder("top"));
        world.byDaemonUser(World.creation("FileFolder", new QualifiedName("test::sub")));

        ReconcileReport report = refreshWithRefusedSub(Node.file("c"));

        assertThat(report.problems()).extracting(Message::id).containsExactly(ReconcileMessage.ITEM_REFUSED.id());
        assertThat(world.exists("test::sub")).isTrue();
        assertThat(world.exists("test::c")).isFalse();
        assertThat(world.ledger.find(Node.file("c").itemKey())).isEmpty();
    }

    @Test
    void nothingIsCataloguedInAFileThatBecameARefusedScope() {
        world.scheduled(Node.folder("top", Node.file("sub")));

        ReconcileReport report = refreshWithRefusedSub(Node.file("c"));

        assertThat(report.problems()).extracting(Message::id).containsExactly(ReconcileMessage.ITEM_REFUSED.id());
        mustHold(Node.folder("top", Node.file("sub")));
    }

    @Test
    void contentOfARefusedScopeThatTheLedgerHasIsCataloguedAndRetiredWithIt() {
        world.scheduled(Node.folder("top", Node.folder("sub")));

        refreshWithRefusedSub(Node.file("c"));
        mustHold(Node.folder("top", Node.folder("sub", Node.file("c"))));

        world.scheduled(Node.folder("top"));
        mustHold(Node.folder("top"));
    }

    /** The metadata server does not take {@code sub} as it is described now. */
    private ReconcileReport refreshWithRefusedSub(Node content) {
        Node sub = Node.folder("sub");
        ReconcileRun run = world.begin(RefreshMode.SCHEDULED);
        try (DescriptionScope top = run.open(TOP.itemKey(), TOP.described(true));
                DescriptionScope refused = top.open(sub.itemKey(), ofUnknownType(sub))) {
            content.describe(refused);
            refused.complete();
            top.complete();
        }
        return run.finish();
    }

    private static ItemDescription ofUnknownType(Node node) {
        ItemDescription good = node.described(false);
        return new ItemDescription(
                new TypeName("NoSuchType"),
                good.qualifiedName(),
                good.properties(),
                good.classifications(),
                good.link(),
                List.of());
    }

    private void mustHold(Node... tops) {
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(tops), Set.of()));
    }
}
