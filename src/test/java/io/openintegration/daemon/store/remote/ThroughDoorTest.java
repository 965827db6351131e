package io.openintegration.daemon.store.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.rest.StoreApiServer;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.Login;
import io.openintegration.daemon.testing.FaultyCable;
import io.openintegration.daemon.testing.FaultyCable.Fault;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Change sets to a server of this product, by its batch door. */
class ThroughDoorTest {

    private static final ServerName SERVER = new ServerName("store elsewhere");
    private static final Requester REQUESTER = new Requester(RemoteBench.CONNECTOR, Optional.empty());
    private static final TypeName FOLDER = new TypeName("FileFolder");

    private final InMemoryMetadataStore content = new InMemoryMetadataStore(Clock.systemUTC());
    private final StoreApiServer platform = new StoreApiServer();
    private final FaultyCable cable = new FaultyCable(platform.port());
    private final RemotePlatforms platforms = new RemotePlatforms(Executors.newCachedThreadPool(), Clock.systemUTC());

    @AfterEach
    void close() throws IOException {
        platforms.close();
        cable.close();
        platform.close();
    }

    @Test
    void setIsOneRequest() {
        MetadataStore store = connect();
        int before = platform.changeSets();
        List<ChangeResult> results = store.apply(REQUESTER, ChangeSet.of(folder("a"), folder("b")));
        assertThat(results)
                .extracting(ChangeResult::guid)
                .containsExactlyInAnyOrderElementsOf(
                        content.elements().stream().map(Element::guid).toList());
        assertThat(platform.changeSets()).isEqualTo(before + 1);
        assertThat(content.elements())
                .allSatisfy(
                        element -> assertThat(element.versions().createdBy()).isEqualTo(RemoteBench.CONNECTOR));
    }

    @Test
    void setWhoseAnswerIsLostIsSentAgainAndCarriedOutOnce() throws IOException {
        MetadataStore store = connect();
        int before = platform.changeSets();
        cable.spoil(new Fault(FaultyCable.Kind.CORRUPT, 0));
        List<ChangeResult> results = store.apply(REQUESTER, ChangeSet.of(folder("a")));
        assertThat(cable.hasHit()).isTrue();
        assertThat(platform.changeSets()).isEqualTo(before + 2);
        assertThat(content.elements()).hasSize(1);
        assertThat(results)
                .containsExactly(
                        new ChangeResult(content.elements().iterator().next().guid(), 1, true));
    }

    @Test
    void setWhoseEveryAnswerIsLostIsCarriedOutOnceAndTheServerIsUnavailable() throws IOException {
        MetadataStore store = connect();
        cable.spoil(new Fault(FaultyCable.Kind.CUT, 0));
        MetadataStoreException failed = catchThrowableOfType(
                MetadataStoreException.class, () -> store.apply(REQUESTER, ChangeSet.of(folder("a"))));
        assertThat(failed.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failed.reason().id()).isEqualTo("METADATA-SERVER-CLIENT-502-002");
        assertThat(content.elements()).hasSize(1);
        cable.mend();
    }

    @Test
    void largeSetIsSeveralBatchesOfOneRequest() {
        MetadataStore store = connect();
        int before = platform.changeSets();
        List<Change> changes = folders(2_500);
        changes.add(new Change.Relate(
                new TypeName("FolderHierarchy"),
                ElementRef.to(new QualifiedName("f0")),
                ElementRef.to(new QualifiedName("f2499")),
                ElementProperties.NONE));
        assertThat(store.apply(REQUESTER, new ChangeSet(changes))).hasSize(2_501);
        assertThat(content.elements()).hasSize(2_500);
        assertThat(content.relationships()).hasSize(1);
        assertThat(platform.changeSets()).isEqualTo(before + 1);
    }

    @Test
    void hugeSetIsSeveralRequests() {
        MetadataStore store = connect();
        int before = platform.changeSets();
        List<Change> changes = folders(10_001);
        changes.add(folder("f7"));
        ChangeRejectedException rejected = catchThrowableOfType(
                ChangeRejectedException.class, () -> store.apply(REQUESTER, new ChangeSet(changes)));
        assertThat(rejected.index()).isEqualTo(10_001);
        assertThat(platform.changeSets()).isEqualTo(before + 2);
        assertThat(content.elements()).hasSize(10_000);
    }

    @Test
    void refusedChangeIsNamedByItsPositionInTheSet() {
        MetadataStore store = connect();
        List<Change> changes = folders(1_200);
        changes.add(folder("f3"));
        changes.addAll(List.of(folder("x"), folder("y")));
        ChangeRejectedException rejected = catchThrowableOfType(
                ChangeRejectedException.class, () -> store.apply(REQUESTER, new ChangeSet(changes)));
        assertThat(rejected.index()).isEqualTo(1_200);
        assertThat(rejected.kind()).isEqualTo(Kind.DUPLICATE_NAME);
        assertThat(rejected.reason().id()).isEqualTo("OMAG-COMMON-409-001");
        assertThat(rejected.getMessage()).contains("f3");
        // the first batch was whole, and the second was not begun
        assertThat(content.elements()).hasSize(1_000);
    }

    @Test
    void setOfLargeChangesIsSeveralBatchesAndRequestsByTheirSize() {
        MetadataStore store = connect();
        int before = platform.changeSets();
        List<Change> changes = new ArrayList<>(IntStream.range(0, 40)
                .mapToObj(i -> folder("f" + i, "x".repeat(900_000)))
                .toList());
        changes.add(folder("f3"));
        ChangeRejectedException rejected = catchThrowableOfType(
                ChangeRejectedException.class, () -> store.apply(REQUESTER, new ChangeSet(changes)));
        assertThat(rejected.index()).isEqualTo(40);
        assertThat(rejected.kind()).isEqualTo(Kind.DUPLICATE_NAME);
        assertThat(platform.changeSets()).isEqualTo(before + 2);
        // 18, 18 and 1 in the first request
        assertThat(content.elements()).extracting(Element::qualifiedName).hasSize(37);
    }

    @Test
    void refusalThatComesSpoiltIsAskedForAgain() throws IOException {
        MetadataStore store = connect();
        store.apply(REQUESTER, ChangeSet.of(folder("a")));
        int before = platform.changeSets();
        // within the body, behind some 300 bytes of status and headers
        cable.spoil(new Fault(FaultyCable.Kind.CORRUPT, 450));
        ChangeRejectedException rejected = catchThrowableOfType(
                ChangeRejectedException.class, () -> store.apply(REQUESTER, ChangeSet.of(folder("a"))));
        assertThat(rejected.kind()).isEqualTo(Kind.DUPLICATE_NAME);
        assertThat(cable.hasHit()).isTrue();
        assertThat(platform.changeSets()).isEqualTo(before + 2);
    }

    @Test
    void whoMayNotWriteIsToldSo() {
        platform.permit(EnumSet.of(Role.VIEWER, Role.DELEGATE));
        MetadataStore store = connect();
        MetadataStoreException refused = catchThrowableOfType(
                MetadataStoreException.class, () -> store.apply(REQUESTER, ChangeSet.of(folder("a"))));
        assertThat(refused.kind()).isEqualTo(Kind.NOT_AUTHORIZED);
        assertThat(refused.reason().id()).isEqualTo("REST-REQUEST-403-001");
    }

    @Test
    void stoppedServerIsToldAsOneOfThisPlatform() {
        MetadataStore store = connect();
        platform.stop(SERVER);
        MetadataStoreException away = catchThrowableOfType(
                MetadataStoreException.class, () -> store.apply(REQUESTER, ChangeSet.of(folder("a"))));
        assertThat(away.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(away.reason().id()).isEqualTo("OMAG-MULTI-TENANT-404-001");
        assertThat(away.reason().parameters()).containsExactly(SERVER.value(), RemoteBench.CONNECTOR.value());
        platform.start(SERVER, content, 1_000);
        assertThat(store.apply(REQUESTER, ChangeSet.of(folder("a")))).hasSize(1);
    }

    @Test
    void failingStoreIsUnavailable() {
        MetadataStore store = connect();
        content.failWith(MetadataMessage.SERVER_NOT_AVAILABLE.with("cocoMDS1", "erin"));
        MetadataStoreException away = catchThrowableOfType(
                MetadataStoreException.class, () -> store.apply(REQUESTER, ChangeSet.of(folder("a"))));
        assertThat(away.kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    private MetadataStore connect() {
        platform.start(SERVER, content, 1_000);
        RemotePlatformSettings settings = new RemotePlatformSettings(
                URI.create("http://localhost:" + cable.port()),
                Optional.of(new Login(StoreApiServer.USER, StoreApiServer.PASSWORD)),
                Optional.empty(),
                RemoteBench.PATIENT);
        return platforms.connect(settings, SERVER, RemoteBench.CONNECTOR);
    }

    private static List<Change> folders(int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> folder("f" + i)).toList());
    }

    private static Change folder(String name) {
        return folder(name, "");
    }

    @Test
    void manyElementsAreOneQuestion() {
        MetadataStore store = connect();
        List<Guid> guids = guids(store.apply(REQUESTER, new ChangeSet(folders(900))));
        store.apply(
                REQUESTER,
                ChangeSet.of(
                        new Change.Relate(
                                new TypeName("FolderHierarchy"),
                                ElementRef.to(guids.get(0)),
                                ElementRef.to(guids.get(1)),
                                ElementProperties.NONE),
                        new Change.RemoveElement(guids.get(899), Change.Removal.ARCHIVE)));
        int before = platform.requests();
        assertThat(store.get(REQUESTER, guids).keySet()).containsExactlyInAnyOrderElementsOf(guids);
        assertThat(store.versions(REQUESTER, guids)).hasSize(899).containsEntry(guids.get(0), 1L);
        assertThat(store.relationships(REQUESTER, guids, 1)).containsOnlyKeys(guids.get(0));
        assertThat(store.relationships(REQUESTER, guids, 2)).containsOnlyKeys(guids.get(1));
        assertThat(platform.requests()).isEqualTo(before + 4);
    }

    @Test
    void elementsThatAreTooLargeForOneAnswerAllArrive() {
        MetadataStore store = connect();
        List<Guid> guids = guids(store.apply(
                REQUESTER,
                new ChangeSet(IntStream.range(0, 40)
                        .mapToObj(i -> folder("f" + i, "x".repeat(900_000)))
                        .toList())));
        int before = platform.requests();
        assertThat(store.get(REQUESTER, guids).keySet()).containsExactlyInAnyOrderElementsOf(guids);
        // each is there twice, as a value and as text: 9 of them in the first answer, the others by themselves
        assertThat(platform.requests()).isEqualTo(before + 1 + 31);
    }

    @Test
    void whoMayNotAskForManyIsToldSo() {
        MetadataStore store = connect();
        platform.permit(EnumSet.of(Role.DELEGATE));
        MetadataStoreException refused = catchThrowableOfType(
                MetadataStoreException.class, () -> store.versions(REQUESTER, List.of(new Guid("a"))));
        assertThat(refused.kind()).isEqualTo(Kind.NOT_AUTHORIZED);
        assertThat(refused.reason().id()).isEqualTo("REST-REQUEST-403-001");
    }

    private static List<Guid> guids(List<ChangeResult> results) {
        return results.stream().map(ChangeResult::guid).toList();
    }

    private static Change folder(String name, String description) {
        return new Change.CreateElement(
                FOLDER,
                ElementProperties.builder()
                        .text("qualifiedName", name)
                        .text("description", description)
                        .build(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }
}
