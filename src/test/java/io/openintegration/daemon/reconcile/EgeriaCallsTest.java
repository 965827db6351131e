package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.store.remote.RemotePlatformSettings;
import io.openintegration.daemon.store.remote.RemotePlatforms;
import io.openintegration.daemon.testing.EgeriaMetadataServer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many calls refreshes make to a metadata server that takes single ones, as Egeria 6. */
class EgeriaCallsTest {

    private static final int FILES = 100;

    private final World world = new World();
    private final EgeriaMetadataServer egeria = new EgeriaMetadataServer(world.store, world.clock);
    private final RemotePlatforms platforms = new RemotePlatforms(Executors.newCachedThreadPool(), world.clock);
    private final Reconciler reconciler = reconciler();

    @AfterEach
    void close() {
        platforms.close();
        egeria.close();
    }

    @Test
    void newFileIsTwoCallsAtTheMostAndAnUnchangedOneNone() {
        refresh(RefreshMode.SCHEDULED, Node.folder("top"));
        egeria.forgetRequests();
        Node full = Node.folder(
                "top",
                IntStream.range(0, FILES).mapToObj(i -> Node.file("f" + i)).toArray(Node[]::new));

        refresh(RefreshMode.SCHEDULED, full);

        assertThat(egeria.requests()).hasSizeBetween(FILES, 2 * FILES);
        assertThat(world.catalogue()).isEqualTo(World.expected(List.of(full), Set.of()));
        egeria.forgetRequests();

        refresh(RefreshMode.SCHEDULED, full);

        assertThat(egeria.requests()).isEmpty();
    }

    private void refresh(RefreshMode mode, Node top) {
        try (ReconcileRun run = reconciler.begin(mode, world.origin())) {
            World.describe(run, top);
            assertThat(run.finish().problems()).isEmpty();
        }
    }

    private Reconciler reconciler() {
        MetadataStore store = platforms.connect(
                new RemotePlatformSettings(
                        URI.create("http://localhost:" + egeria.port()),
                        Optional.of(new RemotePlatformSettings.Login(
                                EgeriaMetadataServer.USER, EgeriaMetadataServer.PASSWORD)),
                        Optional.empty(),
                        RemotePlatformSettings.Limits.STANDARD),
                EgeriaMetadataServer.NAME,
                world.daemon.user());
        MetadataSource source = world.daemon.source().orElseThrow();
        return new Reconciler(
                store,
                world.ledger,
                world.daemon.withSource(new MetadataSource(new Guid("Element-" + source.guid()), source.name())),
                () -> {},
                world.options);
    }
}
