package io.openintegration.daemon.bench;

import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.rest.StoreApiServer;
import io.openintegration.daemon.store.remote.RemotePlatformSettings;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.Limits;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.Login;
import io.openintegration.daemon.store.remote.RemotePlatforms;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;

/** The way to a metadata store: in this process, or over HTTP on loopback. */
interface StoreDoor extends AutoCloseable {

    MetadataStore to(ServerName server, BatchStore store);

    @Override
    void close();

    static StoreDoor inProcess() {
        return new StoreDoor() {
            @Override
            public MetadataStore to(ServerName server, BatchStore store) {
                return store;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    /** The product's resources on the JDK's server, and its client. */
    static StoreDoor overHttp() {
        StoreApiServer platform = new StoreApiServer();
        RemotePlatforms platforms = new RemotePlatforms(Executors.newCachedThreadPool(), Clock.systemUTC());
        RemotePlatformSettings settings = new RemotePlatformSettings(
                URI.create("http://localhost:" + platform.port()),
                Optional.of(new Login(StoreApiServer.USER, StoreApiServer.PASSWORD)),
                Optional.empty(),
                Limits.STANDARD);
        return new StoreDoor() {
            @Override
            public MetadataStore to(ServerName server, BatchStore store) {
                platform.start(server, store, 1_000);
                return platforms.connect(settings, server, new UserId("bench"));
            }

            @Override
            public void close() {
                platforms.close();
                platform.close();
            }
        };
    }
}
