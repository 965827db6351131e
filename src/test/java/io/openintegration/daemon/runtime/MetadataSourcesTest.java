package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.store.remote.RemotePlatformSettings;
import io.openintegration.daemon.store.remote.RemotePlatforms;
import io.openintegration.daemon.testing.EgeriaMetadataServer;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.SettableClock;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The source's element in a metadata server that is as Egeria 6. */
class MetadataSourcesTest {

    private static final QualifiedName NAME = new QualifiedName("FileSystem::lake");
    private static final TypeName TYPE = new TypeName("FileSystem");
    private static final Requester CONNECTOR = new Requester(new UserId("filescatnpa"), Optional.empty());

    private final SettableClock clock = new SettableClock();
    private final InMemoryMetadataStore content = new InMemoryMetadataStore(clock);
    private final EgeriaMetadataServer egeria = new EgeriaMetadataServer(content, clock);
    private final RemotePlatforms platforms = new RemotePlatforms(Executors.newCachedThreadPool(), clock);
    private final MetadataStore store = platforms.connect(
            new RemotePlatformSettings(
                    URI.create("http://localhost:" + egeria.port()),
                    Optional.of(
                            new RemotePlatformSettings.Login(EgeriaMetadataServer.USER, EgeriaMetadataServer.PASSWORD)),
                    Optional.empty(),
                    RemotePlatformSettings.Limits.STANDARD),
            EgeriaMetadataServer.NAME,
            CONNECTOR.user());

    @AfterEach
    void close() {
        platforms.close();
        egeria.close();
    }

    @Test
    void sourceThatIsMissingIsMadeOnce() {
        MetadataSource made = sources().findOrCreate(NAME, TYPE);

        assertThat(sources().findOrCreate(NAME, TYPE)).isEqualTo(made);
        assertThat(content.elements()).singleElement().satisfies(element -> {
            assertThat(element.type()).isEqualTo(TYPE);
            assertThat(element.qualifiedName()).contains(NAME);
            assertThat(element.source()).isEmpty();
        });
    }

    @Test
    void sourceThatIsArchivedIsRestored() {
        MetadataSource made = sources().findOrCreate(NAME, TYPE);
        store.apply(CONNECTOR, ChangeSet.of(new Change.RemoveElement(made.guid(), Change.Removal.ARCHIVE)));

        assertThat(sources().findOrCreate(NAME, TYPE)).isEqualTo(made);
        assertThat(content.elements()).singleElement().matches(element -> !element.isArchived());
    }

    @Test
    void sourceThatWasMadeWithoutAnAnswerIsTaken() {
        egeria.loseAnswerTo("POST /metadata-elements"::equals);
        MetadataSource made = sources().findOrCreate(NAME, TYPE);

        assertThat(store.get(CONNECTOR, made.guid(), false).flatMap(Element::qualifiedName))
                .contains(NAME);
        assertThat(content.elements()).hasSize(1);
    }

    private MetadataSources sources() {
        return new MetadataSources(store, CONNECTOR);
    }
}
