package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ItemKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the ledger tells of how an item came into the catalogue. */
class LedgerHistoryTest {

    private final World world = new World();
    private final Instant begin = world.clock.instant().plusSeconds(1);

    @Test
    void newItemNamesTheRefreshThatMadeItsElement() {
        world.scheduled(Node.folder("top", Node.file("a")));

        assertThat(history("a")).isEqualTo(madeBy("refresh-1", begin));
        assertThat(history("top")).isEqualTo(madeBy("refresh-1", begin));
    }

    @Test
    void historyStaysWhileTheItemChangesAndMoves() {
        world.scheduled(Node.folder("top", Node.file("a", 1), Node.folder("sub")));
        world.clock.advance(Duration.ofHours(1));
        world.scheduled(Node.folder("top", Node.folder("sub", Node.file("a", 2))));
        world.scheduled(Node.folder("top", Node.folder("sub", Node.csv("a"))));

        assertThat(history("a")).isEqualTo(madeBy("refresh-1", begin));
    }

    @Test
    void elementThatOthersPurgedWasMadeByTheRefreshThatMadeItAgain() {
        world.scheduled(Node.folder("top", Node.file("a")));
        world.byDaemonUser(new Change.RemoveElement(world.element("test::a").guid(), Change.Removal.PURGE));
        world.clock.advance(Duration.ofHours(1));
        world.requested(Node.folder("top", Node.file("a")));

        assertThat(history("a")).isEqualTo(madeBy("refresh-2", begin));
    }

    @Test
    void elementThatARefreshFoundWasNotMadeByIt() {
        world.ledger.failAfter(1);
        assertThatThrownBy(() -> world.scheduled(Node.folder("top"))).isInstanceOf(IllegalStateException.class);
        world.ledger.failNoMore();
        world.scheduled(Node.folder("top"));

        assertThat(history("top"))
                .isEqualTo(new LedgerHistory(begin.plusSeconds(1), Optional.empty(), Optional.empty()));
    }

    @Test
    void restoredElementWasNotMadeByTheRefreshThatRestoredIt() {
        world.scheduled(Node.folder("top", Node.file("a")));
        world.scheduled(Node.folder("top"));
        world.clock.advance(Duration.ofHours(1));
        world.scheduled(Node.folder("top", Node.file("a")));

        assertThat(history("a"))
                .isEqualTo(new LedgerHistory(begin.plusSeconds(3_602), Optional.empty(), Optional.empty()));
    }

    private LedgerHistory history(String key) {
        return world.ledger.find(new ItemKey(key)).orElseThrow().history();
    }

    private static LedgerHistory madeBy(String reference, Instant cataloguedAt) {
        return new LedgerHistory(cataloguedAt, Optional.empty(), Optional.of(reference));
    }
}
