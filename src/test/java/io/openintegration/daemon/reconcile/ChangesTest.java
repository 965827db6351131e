package io.openintegration.daemon.reconcile;

import static io.openintegration.daemon.reconcile.Node.file;
import static io.openintegration.daemon.reconcile.Node.folder;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.DescriptionScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refresh that describes only the scopes in which something has changed. */
class ChangesTest {

    private final World world = new World();
    private final Node inner = folder("inner", file("deep"));
    private final Node before = folder("top", file("a"), file("b"), inner);
    private final Node elsewhere = folder("elsewhere", file("c"));

    @BeforeEach
    void catalogue() {
        world.scheduled(before, elsewhere);
    }

    @Test
    void reopenedScopeFollowsWhatIsInItAndLeavesTheRestAlone() {
        ReconcileReport report = changes("inner", folder("inner", file("new")));

        assertThat(report.created()).isEqualTo(1);
        assertThat(report.removed()).isEqualTo(1);
        assertThat(report.problems()).isEmpty();
        assertThat(world.catalogue())
                .isEqualTo(World.expected(
                        List.of(folder("top", file("a"), file("b"), folder("inner", file("new"))), elsewhere),
                        Set.of()));
    }

    @Test
    void keptScopeStaysWithItsContent() {
        ReconcileRun run = world.begin(RefreshMode.CHANGES);
        try (DescriptionScope top = run.reopen(before.itemKey()).orElseThrow()) {
            file("a", 2).describe(top);
            assertThat(top.keep(inner.itemKey())).isTrue();
            top.complete();
        }
        ReconcileReport report = run.finish();

        assertThat(report.updated()).isEqualTo(1);
        assertThat(report.removed()).isEqualTo(1);
        assertThat(world.catalogue())
                .isEqualTo(World.expected(List.of(folder("top", file("a", 2), inner), elsewhere), Set.of()));
    }

    @Test
    void scopeThatIsNotKeptGoesWithItsContent() {
        ReconcileReport report = changes("top", folder("top", file("a"), file("b")));

        assertThat(report.removed()).isEqualTo(2);
        assertThat(world.catalogue())
                .isEqualTo(World.expected(List.of(folder("top", file("a"), file("b")), elsewhere), Set.of()));
    }

    @Test
    void whatIsNotCataloguedAsAScopeHereIsNeitherReopenedNorKept() {
        ReconcileRun run = world.begin(RefreshMode.CHANGES);

        assertThat(run.reopen(file("a").itemKey())).as("a file").isEmpty();
        assertThat(run.reopen(file("nowhere").itemKey())).isEmpty();
        try (DescriptionScope top = run.reopen(before.itemKey()).orElseThrow()) {
            assertThat(top.keep(file("a").itemKey())).as("a file").isFalse();
            assertThat(top.keep(elsewhere.itemKey())).as("another place").isFalse();
            assertThat(top.keep(file("nowhere").itemKey())).isFalse();
        }
        run.finish();

        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(before, elsewhere), Set.of()));
    }

    @Test
    void reopenedScopeThatWasNotReadToItsEndLosesNothing() {
        ReconcileReport report = changes("top", folder("top").read(Node.Reading.INCOMPLETE));

        assertThat(report.removed()).isZero();
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(before, elsewhere), Set.of()));
    }

    @Test
    void scopeThatWasDescribedInThisRefreshIgnoresWhatIsSaidAgain() {
        ReconcileRun run = world.begin(RefreshMode.CHANGES);
        World.describe(run, folder("top", file("a"), file("b"), folder("inner", file("deep"), file("more"))));
        Optional<DescriptionScope> again = run.reopen(inner.itemKey());
        again.orElseThrow().complete();
        again.orElseThrow().close();
        ReconcileReport report = run.finish();

        assertThat(report.created()).isEqualTo(1);
        assertThat(report.removed()).isZero();
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void scopeIsNotMovedIntoOneThatItHoldsAsFarAsIsKnown() {
        ReconcileReport report = changes("inner", folder("inner", file("deep"), folder("top", file("a"))));

        assertThat(report.problems()).containsExactly(ReconcileMessage.SCOPE_IN_ITSELF.with("top", "inner"));
        assertThat(report.removed()).isZero();
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(before, elsewhere), Set.of()));

        Node turned = folder("inner", file("deep"), folder("top", file("a"), file("b")));
        world.scheduled(turned, elsewhere);
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(turned, elsewhere), Set.of()));
    }

    @Test
    void oneOfManyMayGoThoughItIsAllThatItsScopeHad() {
        world.options = ReconcileOptions.standard();

        ReconcileReport report = changes("inner", folder("inner"));

        assertThat(report.removed()).isEqualTo(1);
        assertThat(report.heldBack()).isZero();
    }

    @Test
    void nestedFolderOfManyThatIsFoundEmptyKeepsWhatItHad() {
        world.options = ReconcileOptions.standard();
        int many = RemovalGuards.STANDARD.minimumItems();
        Node full = folder("inner", files("n", many));
        Node top = folder(
                "top",
                Stream.concat(Stream.of(full), Stream.of(files("more", 30))).toArray(Node[]::new));
        world.scheduled(top, elsewhere);

        ReconcileReport report = changes("inner", folder("inner"));

        assertThat(report.removed()).isZero();
        assertThat(report.heldBack()).isEqualTo(many);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id())
                    .isEqualTo(
                            ReconcileMessage.HELD_BACK_IN_EMPTY_FOLDERS.text().id());
            assertThat(problem.parameters()).startsWith("top", "1", String.valueOf(many));
        });
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(top, elsewhere), Set.of()));
    }

    @Test
    void topScopeThatIsFoundEmptyKeepsWhatItHad() {
        world.options = ReconcileOptions.standard();

        ReconcileReport report = changes("top", folder("top"));

        assertThat(report.removed()).isZero();
        assertThat(report.heldBack()).isEqualTo(4);
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(before, elsewhere), Set.of()));
    }

    private static Node[] files(String prefix, int number) {
        return IntStream.range(0, number).mapToObj(i -> file(prefix + i)).toArray(Node[]::new);
    }

    private ReconcileReport changes(String scope, Node now) {
        ReconcileRun run = world.begin(RefreshMode.CHANGES);
        try (DescriptionScope reopened = run.reopen(file(scope).itemKey()).orElseThrow()) {
            now.describeContent(reopened);
        }
        return run.finish();
    }
}
