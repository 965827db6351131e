package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;

/** The platforms elsewhere whose metadata servers may be used. Safe from any thread. */
public final class RemotePlatforms implements AutoCloseable {

    private final ExecutorService threads;
    private final Clock clock;
    private final Map<URI, RemotePlatform> platforms = new ConcurrentHashMap<>();

    /** @param threads as many as are needed; ended by {@link #close} */
    public RemotePlatforms(ExecutorService threads, Clock clock) {
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * A connection to a metadata server, which was there when this method returned. It stays valid when the server, or its platform,
     * stops and starts; calls in between fail. Connections to one server are one: what may run into each other there waits for
     * each other here.
     *
     * @param platform the same for the same URL, always
     * @throws MetadataStoreException where the server cannot be asked, or refuses the user
     */
    public MetadataStore connect(RemotePlatformSettings platform, ServerName server, UserId user) {
        RemoteMetadataStore store = platforms
                .computeIfAbsent(platform.url(), url -> new RemotePlatform(platform))
                .store(server);
        store.reach(user);
        return store;
    }

    /** Ends all that is under way. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** One of them: its servers share connections, token and permits. */
    private final class RemotePlatform {

        private final RemotePlatformSettings settings;
        private final Map<ServerName, RemoteMetadataStore> stores = new ConcurrentHashMap<>();
        private PlatformWire wire;

        private RemotePlatform(RemotePlatformSettings settings) {
            this.settings = settings;
        }

        private RemoteMetadataStore store(ServerName server) {
            return stores.computeIfAbsent(server, this::open);
        }

        private RemoteMetadataStore open(ServerName server) {
            Channel channel = wire(server).channel(server);
            OwnApi ownApi = new OwnApi(channel);
            BatchDoor door = new BatchDoor(ownApi, () -> UUID.randomUUID().toString());
            Parallel parallel = new Parallel(threads, settings.limits().parallel());
            return new RemoteMetadataStore(new StoreApi(channel), ownApi, door, parallel, clock);
        }

        /** Made when it is first needed: a trust store that cannot be read is that platform's trouble alone. */
        private synchronized PlatformWire wire(ServerName server) {
            if (wire == null) {
                Pauses pauses = new Pauses(
                        settings.limits().pause(),
                        RandomGenerator.getDefault(),
                        time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000));
                wire = PlatformWire.open(settings, server, threads, pauses, clock);
            }
            return wire;
        }
    }
}
