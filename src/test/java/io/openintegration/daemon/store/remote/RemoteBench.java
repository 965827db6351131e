package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.Limits;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.Login;
import io.openintegration.daemon.testing.EgeriaMetadataServer;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;

/** A platform as a live Egeria is, and the client on the other side. */
final class RemoteBench implements AutoCloseable {

    static final UserId CONNECTOR = new UserId("filescatnpa");
    static final Login LOGIN = new Login(EgeriaMetadataServer.USER, EgeriaMetadataServer.PASSWORD);

    /** Long enough for a busy machine, and no pauses. */
    static final Limits PATIENT = limits(Duration.ofSeconds(20), 4);

    final InMemoryMetadataStore content;
    final EgeriaMetadataServer server;
    private final RemotePlatforms platforms;
    private final Clock clock;

    RemoteBench(Clock clock) {
        this.clock = clock;
        this.content = new InMemoryMetadataStore(clock);
        this.server = new EgeriaMetadataServer(content, clock);
        this.platforms = new RemotePlatforms(Executors.newCachedThreadPool(), clock);
    }

    static Limits limits(Duration answer, int parallel) {
        return new Limits(answer, answer, parallel, 3, Duration.ofNanos(1), 16 << 20);
    }

    MetadataStore connect() {
        return platforms.connect(settings(server.port(), PATIENT), EgeriaMetadataServer.NAME, CONNECTOR);
    }

    /** By another way than straight to the server's port; each port makes a client of its own. */
    MetadataStore connect(int port, Limits limits) {
        return platforms.connect(settings(port, limits), EgeriaMetadataServer.NAME, CONNECTOR);
    }

    MetadataStore connect(RemotePlatformSettings settings, String name, String user) {
        return platforms.connect(settings, new ServerName(name), new UserId(user));
    }

    Clock clock() {
        return clock;
    }

    static RemotePlatformSettings settings(int port, Limits limits) {
        return new RemotePlatformSettings(
                URI.create("http://localhost:" + port), Optional.of(LOGIN), Optional.empty(), limits);
    }

    @Override
    public void close() {
        platforms.close();
        server.close();
    }
}
