package io.openintegration.daemon.store.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.rest.StoreApiServer;
import io.openintegration.daemon.store.embedded.EmbeddedMetadataStores;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.Login;
import io.openintegration.daemon.testing.MetadataStoreConcurrencyContract;
import io.openintegration.daemon.testing.MetadataStoreContract;
import io.openintegration.daemon.testing.MetadataStoreReadContract;
import io.openintegration.daemon.testing.MetadataStoreRelationshipContract;
import io.openintegration.daemon.testing.MetadataStoreRemovalContract;
import io.openintegration.daemon.testing.MetadataStoreSearchContract;
import io.openintegration.daemon.testing.MetadataStoreWriteContract;
import io.openintegration.daemon.testing.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The port's contract over HTTP against this product's own API, on a database: changes by the batch door, questions for many elements by the
 * look-ups, others by Egeria's calls.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OwnServerContract {

    private static final int LARGEST_PAGE = 1_000;

    private final AtomicInteger servers = new AtomicInteger();
    private TestDatabase database;
    private StoreApiServer platform;
    private RemotePlatforms platforms;

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @BeforeAll
    void open(@TempDir Path directory) {
        database = newDatabase(directory);
        platform = new StoreApiServer();
        platforms = new RemotePlatforms(Executors.newCachedThreadPool(), Clock.systemUTC());
    }

    @AfterAll
    void close() {
        assertThat(platform.changeSets()).as("change sets came by the door").isGreaterThan(servers.get());
        platforms.close();
        platform.close();
        database.close();
    }

    private MetadataStore newServer() {
        ServerName server = new ServerName("contract " + servers.incrementAndGet());
        platform.start(
                server,
                new EmbeddedMetadataStores(database.dataSource(), TypeCatalogue.openMetadata(), Clocks.CLOCK)
                        .open(server),
                LARGEST_PAGE);
        RemotePlatformSettings settings = new RemotePlatformSettings(
                URI.create("http://localhost:" + platform.port()),
                Optional.of(new Login(StoreApiServer.USER, StoreApiServer.PASSWORD)),
                Optional.empty(),
                RemoteBench.PATIENT);
        return platforms.connect(settings, server, RemoteBench.CONNECTOR);
    }

    /** Lets the clock of the contract be seen from here. */
    private abstract static class Clocks extends MetadataStoreContract {
        private static final Clock CLOCK = MetadataStoreContract.CLOCK;
    }

    @Nested
    class Writes extends MetadataStoreWriteContract {
        @Override
        protected MetadataStore emptyStore() {
            return newServer();
        }
    }

    @Nested
    class Relationships extends MetadataStoreRelationshipContract {
        @Override
        protected MetadataStore emptyStore() {
            return newServer();
        }
    }

    @Nested
    class ParallelWriters extends MetadataStoreConcurrencyContract {
        @Override
        protected MetadataStore emptyStore() {
            return newServer();
        }
    }

    @Nested
    class Removals extends MetadataStoreRemovalContract {
        @Override
        protected MetadataStore emptyStore() {
            return newServer();
        }
    }

    @Nested
    class Searches extends MetadataStoreSearchContract {
        @Override
        protected MetadataStore emptyStore() {
            return newServer();
        }
    }

    @Nested
    class Reads extends MetadataStoreReadContract {
        @Override
        protected MetadataStore emptyStore() {
            return newServer();
        }
    }
}
