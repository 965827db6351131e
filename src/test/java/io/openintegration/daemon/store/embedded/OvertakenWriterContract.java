package io.openintegration.daemon.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer has read, another one writes, the first goes on: the clock, asked in between, lets the other in. */
abstract class OvertakenWriterContract {

    private static final Requester ERIN = new Requester(new UserId("erin"), Optional.empty());

    private TestDatabase database;
    private MetadataStore other;
    private MetadataStore overtaken;
    private Runnable meanwhile = () -> {};
    private Guid folder;

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @BeforeEach
    void openBoth(@TempDir Path directory) {
        database = newDatabase(directory);
        other = open(Clock.systemUTC());
        overtaken = open(clockThatLetsTheOtherIn());
        folder = other.apply(ERIN, ChangeSet.of(create("folder", Optional.empty())))
                .get(0)
                .guid();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void updateSeesTheOthersUpdate() {
        meanwhile = () -> other.apply(ERIN, ChangeSet.of(update("displayName")));
        overtaken.apply(ERIN, ChangeSet.of(update("description")));
        assertThat(other.get(ERIN, folder, false).orElseThrow()).satisfies(element -> {
            assertThat(element.versions().version()).isEqualTo(3);
            assertThat(element.properties().values()).containsKeys("displayName", "description");
        });
    }

    @Test
    void partIsNotAnchoredToWhatWasArchivedMeanwhile() {
        meanwhile = () -> other.apply(ERIN, ChangeSet.of(new Change.RemoveElement(folder, Change.Removal.ARCHIVE)));
        ChangeSet part = ChangeSet.of(create("part", Optional.of(ElementRef.to(folder))));
        assertThatThrownBy(() -> overtaken.apply(ERIN, part)).hasMessageStartingWith("OMAG-REPOSITORY-HANDLER-400-010");
    }

    @Test
    void partIsNotAnchoredToWhatWasPurgedMeanwhile() {
        meanwhile = () -> other.apply(ERIN, ChangeSet.of(new Change.RemoveElement(folder, Change.Removal.PURGE)));
        ChangeSet part = ChangeSet.of(create("part", Optional.of(ElementRef.to(folder))));
        assertThatThrownBy(() -> overtaken.apply(ERIN, part)).hasMessageStartingWith("OMAG-REPOSITORY-HANDLER-404-007");
    }

    @Test
    void newPartGoesWithTheAnchorThatIsArchivedMeanwhile() {
        meanwhile = () -> other.apply(ERIN, ChangeSet.of(create("part", Optional.of(ElementRef.to(folder)))));
        overtaken.apply(ERIN, ChangeSet.of(new Change.RemoveElement(folder, Change.Removal.ARCHIVE)));
        assertThat(other.find(
                        ERIN,
                        new TextSearch(
                                "", Optional.empty(), TextSearch.Match.CONTAINS, true, false, new Paging(0, 10))))
                .isEmpty();
    }

    @Test
    void nameTakenMeanwhileIsADuplicate() {
        meanwhile = () -> other.apply(ERIN, ChangeSet.of(create("same", Optional.empty())));
        assertThatThrownBy(() -> overtaken.apply(ERIN, ChangeSet.of(create("same", Optional.empty()))))
                .hasMessageStartingWith("OMAG-COMMON-409-001");
    }

    private Change update(String property) {
        return new Change.UpdateElement(
                folder, ElementProperties.builder().text(property, "x").build(), true);
    }

    private static Change create(String name, Optional<ElementRef> anchor) {
        return new Change.CreateElement(
                new TypeName("FileFolder"),
                ElementProperties.builder().text("qualifiedName", name).build(),
                Map.of(),
                anchor,
                Optional.empty());
    }

    private MetadataStore open(Clock clock) {
        return new EmbeddedMetadataStores(database.dataSource(), TypeCatalogue.openMetadata(), clock)
                .open(new ServerName("server"));
    }

    private Clock clockThatLetsTheOtherIn() {
        InstantSource source = () -> {
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return Instant.EPOCH;
        };
        return source.withZone(ZoneOffset.UTC);
    }
}
