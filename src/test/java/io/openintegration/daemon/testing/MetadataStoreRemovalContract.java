package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.ArchiveNote;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Change.Removal;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.TextSearch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Archiving, restoring and purging. */
public abstract class MetadataStoreRemovalContract extends MetadataStoreContract {

    @Test
    void archivedElementIsSeenForLineageOnly() {
        Guid guid = file("n");
        assertThat(one(ANYONE, archive(guid))).isEqualTo(new ChangeResult(guid, 1, true));
        assertThat(store.get(ANYONE, guid, false)).isEmpty();
        assertThat(store.get(ANYONE, guid, true)).hasValueSatisfying(archived -> {
            assertThat(archived.isArchived()).isTrue();
            assertThat(archived.classifications().get(Element.MEMENTO).text("archiveUser"))
                    .contains("peter");
        });
        assertThat(found(containing(""))).isEmpty();
        assertThat(found(
                        new TextSearch("", Optional.empty(), TextSearch.Match.CONTAINS, true, true, new Paging(0, 10))))
                .containsExactly("n");
        assertThat(store.versions(ANYONE, List.of(guid))).isEmpty();
        assertThat(store.findByQualifiedNames(ANYONE, List.of(new QualifiedName("n"))))
                .hasSize(1);
    }

    @Test
    void archivedElementCannotBeChangedBeforeItIsRestored() {
        Guid guid = file("n");
        one(ANYONE, archive(guid));
        refused(Kind.INVALID_REQUEST, "OMAG-REPOSITORY-HANDLER-400-010", ANYONE, describe(guid, "d"));
        refused(Kind.INVALID_REQUEST, "OMAG-REPOSITORY-HANDLER-400-010", ANYONE, anchored(ElementRef.to(guid), "part"));
        assertThat(one(ANYONE, archive(guid)).changed()).isFalse();
        store.apply(ANYONE, ChangeSet.of(new Change.RestoreElement(guid), describe(guid, "d")));
        assertThat(store.get(ANYONE, guid, false))
                .hasValueSatisfying(element ->
                        assertThat(element.properties().text("description")).contains("d"));
    }

    @Test
    void anchoredPartsComeAndGoWithTheirAnchor() {
        Guid file = file("n");
        Guid schema = part(file, "schema");
        Guid column = part(schema, "column");
        Guid bystander = file("bystander");
        one(ANYONE, archive(file));
        assertThat(List.of(file, schema, column)).allMatch(guid -> read(guid).isArchived());
        assertThat(read(bystander).isArchived()).isFalse();
        assertThat(one(ANYONE, new Change.RestoreElement(file))).isEqualTo(new ChangeResult(file, 1, true));
        assertThat(List.of(file, schema, column)).noneMatch(guid -> read(guid).isArchived());
        assertThat(one(ANYONE, new Change.RestoreElement(file)).changed()).isFalse();
        assertThat(one(ANYONE, purge(file))).isEqualTo(new ChangeResult(file, 0, true));
        assertThat(List.of(file, schema, column))
                .allMatch(guid -> store.get(ANYONE, guid, true).isEmpty());
    }

    @Test
    void partArchivedOnItsOwnStaysArchivedWhenItsAnchorReturns() {
        Guid file = file("n");
        Guid part = part(file, "part");
        one(ANYONE, archive(part));
        one(ANYONE, archive(file));
        one(ANYONE, new Change.RestoreElement(file));
        assertThat(read(part).isArchived()).isTrue();
        one(ANYONE, new Change.RestoreElement(part));
        assertThat(read(part).isArchived()).isFalse();
    }

    @Test
    void restoredElementIsWhatItWas() {
        Guid file = file("n");
        Element before = read(file);
        one(ANYONE, archive(file));
        one(ANYONE, new Change.RestoreElement(file));
        assertThat(read(file)).isEqualTo(before);
    }

    @Test
    void removingWhatIsGoneIsNoError() {
        Guid gone = new Guid("gone");
        assertThat(one(ANYONE, purge(gone))).isEqualTo(new ChangeResult(gone, 0, false));
        assertThat(one(ANYONE, archive(gone))).isEqualTo(new ChangeResult(gone, 0, false));
        refused(Kind.NOT_FOUND, "OMAG-REPOSITORY-HANDLER-404-007", ANYONE, new Change.RestoreElement(gone));
    }

    @Test
    void purgedElementTakesItsRelationshipsAlong() {
        Guid folder = folder("folder");
        Guid file = one(ANYONE, inFolder(ElementRef.to(folder), "n")).guid();
        Guid link =
                store.related(ANYONE, neighbours(file, 2)).get(0).relationship().guid();
        one(ANYONE, purge(folder));
        assertThat(store.related(ANYONE, neighbours(file, 0))).isEmpty();
        assertThat(one(ANYONE, new Change.Unrelate(link)).changed()).isFalse();
    }

    @Test
    void whatIsMadeAndPurgedInOneSetLeavesNothing() {
        Guid folder = folder("folder");
        Guid file = file("n");
        store.apply(
                ANYONE,
                ChangeSet.of(
                        relate("NestedFile", folder, file, ElementProperties.NONE),
                        anchored(ElementRef.to(file), "part"),
                        purge(file)));
        assertThat(found(containing(""))).containsExactly("folder");
        assertThat(store.related(ANYONE, neighbours(folder, 1))).isEmpty();
    }

    @Test
    void archivedNeighboursAreListedForLineageOnly() {
        Guid folder = folder("folder");
        Guid file = one(ANYONE, inFolder(ElementRef.to(folder), "n")).guid();
        one(ANYONE, archive(file));
        assertThat(store.related(ANYONE, neighbours(folder, 1))).isEmpty();
        assertThat(store.related(ANYONE, new RelatedQuery(folder, Optional.empty(), 1, true, new Paging(0, 10))))
                .hasSize(1);
        assertThatThrownBy(() -> store.related(ANYONE, neighbours(file, 2)))
                .isInstanceOf(MetadataStoreException.class)
                .hasMessageStartingWith("OMAG-REPOSITORY-HANDLER-400-010");
    }

    @Test
    void whatHasLineageIsArchivedWhereThatIsLookedFor() {
        Guid plain = file("plain");
        Guid source = file("source");
        Guid column = part(source, "column");
        Guid target = file("target");
        one(ANYONE, relate("DataMapping", column, target, ElementProperties.NONE));
        assertThat(one(ANYONE, new Change.RemoveElement(plain, Removal.ARCHIVE_IN_LINEAGE)))
                .isEqualTo(new ChangeResult(plain, 0, true));
        assertThat(store.get(ANYONE, plain, true)).isEmpty();
        assertThat(one(ANYONE, new Change.RemoveElement(source, Removal.ARCHIVE_IN_LINEAGE)))
                .isEqualTo(new ChangeResult(source, 1, true));
        assertThat(List.of(source, column)).allMatch(guid -> read(guid).isArchived());
    }

    @Test
    void lineageThatTheSameSetMakesOrTakesAwayCounts() {
        Guid source = file("source");
        Guid other = file("other");
        Guid target = file("target");
        Guid old = one(ANYONE, relate("DataFlow", other, target, ElementProperties.NONE))
                .guid();
        store.apply(
                ANYONE,
                ChangeSet.of(
                        relate("DataFlow", source, target, ElementProperties.NONE),
                        new Change.RemoveElement(source, Removal.ARCHIVE_IN_LINEAGE),
                        new Change.Unrelate(old),
                        new Change.RemoveElement(other, Removal.ARCHIVE_IN_LINEAGE)));
        assertThat(read(source).isArchived()).isTrue();
        assertThat(store.get(ANYONE, other, true)).isEmpty();
    }

    @Test
    void archivedElementRemembersWhatWasNoted() {
        Guid guid = file("n");
        ArchiveNote note = new ArchiveNote(
                Optional.of(Instant.ofEpochMilli(7)), Optional.of("spring cleaning"), Map.of("reason", "old"));
        one(ANYONE, new Change.RemoveElement(guid, Removal.ARCHIVE, note));
        ElementProperties memento = read(guid).classifications().get(Element.MEMENTO);
        assertThat(memento.get("archiveDate")).contains(new PropertyValue.Date(Instant.ofEpochMilli(7)));
        assertThat(memento.text("archiveProcess")).contains("spring cleaning");
        // a server may add what it needs to restore together what was archived together
        assertThat(memento.get("archiveProperties"))
                .hasValueSatisfying(noted ->
                        assertThat(((PropertyValue.TextMap) noted).values()).containsEntry("reason", "old"));
    }
}
