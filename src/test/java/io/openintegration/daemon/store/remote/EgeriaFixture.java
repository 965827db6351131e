package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.testing.EgeriaMetadataServer;
import io.openintegration.daemon.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** A client of a server that is as Egeria, and what tests do with it. */
abstract class EgeriaFixture {

    static final Requester NOBODYS = new Requester(RemoteBench.CONNECTOR, Optional.empty());
    static final Requester OURS =
            NOBODYS.withSource(new MetadataSource(new Guid("source-1"), new QualifiedName("src::1")));
    static final TypeName NESTED_FILE = new TypeName("NestedFile");

    final SettableClock clock = new SettableClock();
    final RemoteBench bench = new RemoteBench(clock);
    final MetadataStore store = bench.connect();

    @AfterEach
    void close() {
        bench.close();
    }

    /** By another URL, for a client of its own. */
    MetadataStore impatient(Duration limit) {
        RemotePlatformSettings settings = new RemotePlatformSettings(
                URI.create("http://127.0.0.1:" + bench.server.port()),
                Optional.of(RemoteBench.LOGIN),
                Optional.empty(),
                RemoteBench.limits(limit, 4));
        return bench.connect(settings, EgeriaMetadataServer.NAME.value(), RemoteBench.CONNECTOR.value());
    }

    Guid made(Change.CreateElement create) {
        return store.apply(OURS, ChangeSet.of(create)).get(0).guid();
    }

    Stream<String> nameStream() {
        return bench.content.elements().stream()
                .map(element -> element.qualifiedName().orElseThrow().value());
    }

    Set<String> names() {
        return Set.copyOf(nameStream().toList());
    }

    static Change.CreateElement create(String type, String name) {
        return new Change.CreateElement(new TypeName(type), named(name), Map.of(), Optional.empty(), Optional.empty());
    }

    static Change.CreateElement inFolder(Guid folder, String name) {
        return new Change.CreateElement(
                new TypeName("CSVFile"),
                named(name),
                Map.of(),
                Optional.empty(),
                Optional.of(new Change.ParentLink(NESTED_FILE, ElementRef.to(folder), true, ElementProperties.NONE)));
    }

    static ElementProperties named(String name) {
        return ElementProperties.builder().text("qualifiedName", name).build();
    }
}
