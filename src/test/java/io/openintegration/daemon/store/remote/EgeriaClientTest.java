package io.openintegration.daemon.store.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.testing.FaultyCable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many calls the client makes, and which. */
class EgeriaClientTest extends EgeriaFixture {

    @Test
    void newFileIsOneCallBesideASharedLookUp() {
        Guid folder = made(create("FileFolder", "folder"));
        bench.server.forgetRequests();

        List<Change> files = IntStream.range(0, 100)
                .mapToObj(i -> (Change) inFolder(folder, "file " + i))
                .toList();
        store.apply(OURS, new ChangeSet(files));

        assertThat(bench.server.requests())
                .hasSize(101)
                .filteredOn("POST /metadata-elements"::equals)
                .hasSize(100);
        assertThat(bench.content.relationships()).hasSize(100);
        assertThat(bench.server.mostUnderWay()).isBetween(2, 4);
    }

    @Test
    void noMoreCallsAreUnderWayThanPermitted() {
        MetadataStore narrow = bench.connect(bench.server.port(), RemoteBench.limits(Duration.ofSeconds(20), 4));
        List<Guid> nothing =
                IntStream.range(0, 100).mapToObj(i -> new Guid("none " + i)).toList();

        narrow.versions(NOBODYS, nothing);

        assertThat(bench.server.mostUnderWay()).isLessThanOrEqualTo(4);
    }

    @Test
    void manyNamesAreLookedUpTogether() {
        IntStream.range(0, 30).forEach(i -> made(create("CSVFile", "file " + i)));
        bench.server.forgetRequests();

        Map<QualifiedName, Element> found = store.findByQualifiedNames(
                NOBODYS,
                IntStream.range(0, 1_000)
                        .mapToObj(i -> new QualifiedName("file " + i))
                        .toList());

        assertThat(found).hasSize(30);
        assertThat(bench.server.requests()).hasSize(2);
    }

    @Test
    void serverWithSmallPagesLosesNothing() {
        bench.server.limitPagesTo(7);
        MetadataStore small = bench.connect();
        Guid folder = made(create("FileFolder", "folder"));
        small.apply(
                OURS,
                new ChangeSet(IntStream.range(0, 40)
                        .mapToObj(i -> (Change) inFolder(folder, "file " + i))
                        .toList()));

        assertThat(small.related(NOBODYS, new RelatedQuery(folder, Optional.empty(), 1, false, new Paging(0, 1_000))))
                .hasSize(40);
        assertThat(small.find(
                        NOBODYS,
                        new TextSearch(
                                "file", Optional.empty(), TextSearch.Match.CONTAINS, true, false, new Paging(3, 30))))
                .hasSize(30);
        assertThat(small.findByQualifiedNames(
                        NOBODYS,
                        IntStream.range(0, 40)
                                .mapToObj(i -> new QualifiedName("file " + i))
                                .toList()))
                .hasSize(40);
    }

    @Test
    void guidsAreOpaque() {
        assertThat(made(create("CSVFile", "n")).value()).startsWith("Element-");
    }

    @Test
    void whatCanBeRefusedIsRefusedBeforeAnythingIsWritten() {
        made(create("CSVFile", "taken"));
        bench.server.forgetRequests();

        assertThatThrownBy(() -> store.apply(OURS, ChangeSet.of(create("CSVFile", "new"), create("CSVFile", "taken"))))
                .isInstanceOfSatisfying(ChangeRejectedException.class, refused -> assertThat(refused.kind())
                        .isEqualTo(Kind.DUPLICATE_NAME));

        assertThat(bench.server.requests()).containsExactly("POST /metadata-elements/by-search-conditions");
    }

    @Test
    void unchangedUpdateIsNotSent() {
        Guid file = made(create("CSVFile", "n"));
        bench.server.forgetRequests();

        assertThat(store.apply(OURS, ChangeSet.of(new Change.UpdateElement(file, named("n"), true)))
                        .get(0)
                        .changed())
                .isFalse();

        assertThat(bench.server.requests()).noneMatch(request -> request.contains("update-properties"));
    }

    @Test
    void folderThatStillHoldsSomethingIsPurgedAloneAllTheSame() {
        Guid folder = made(create("FileFolder", "folder"));
        store.apply(OURS, ChangeSet.of(inFolder(folder, "file")));

        store.apply(OURS, ChangeSet.of(new Change.RemoveElement(folder, Change.Removal.PURGE)));

        assertThat(names()).containsExactly("file");
    }

    @Test
    void connectionsAreUsedAgain() throws IOException {
        try (FaultyCable cable = new FaultyCable(bench.server.port())) {
            MetadataStore far = bench.connect(cable.port(), RemoteBench.PATIENT);
            for (int i = 0; i < 100; i++) {
                far.get(NOBODYS, new Guid("none " + i), false);
            }
            assertThat(cable.connections()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void strangersElementIsNotArchivedThoughTheServerWould() {
        Guid file = made(create("CSVFile", "n"));

        assertThatThrownBy(() ->
                        store.apply(NOBODYS, ChangeSet.of(new Change.RemoveElement(file, Change.Removal.ARCHIVE))))
                .isInstanceOf(ChangeRejectedException.class)
                .hasMessageStartingWith("OMAG-REPOSITORY-HANDLER-400-008");
        assertThat(store.get(NOBODYS, file, false)).isPresent();
    }
}
