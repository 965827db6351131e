package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.TextSearch.Match;
import io.openintegration.daemon.metadata.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading: by name, version, text, and by relationship. */
public abstract class MetadataStoreReadContract extends MetadataStoreContract {

    @Test
    void manyNamesAndVersionsAreAnsweredAtOnce() {
        Change[] creates = IntStream.range(0, 1_200)
                .mapToObj(i -> create(CSV_FILE, named("file " + i)))
                .toArray(Change[]::new);
        store.apply(ANYONE, ChangeSet.of(creates));
        List<QualifiedName> names = IntStream.range(0, 1_300)
                .mapToObj(i -> new QualifiedName("file " + i))
                .toList();
        var found = store.findByQualifiedNames(ANYONE, names);
        assertThat(found).hasSize(1_200);
        assertThat(found.get(names.get(7)).qualifiedName()).contains(names.get(7));
        List<Guid> guids =
                new ArrayList<>(found.values().stream().map(e -> e.guid()).toList());
        guids.add(new Guid("unknown"));
        assertThat(store.versions(ANYONE, guids)).hasSize(1_200).containsEntry(guids.get(0), 1L);
        assertThat(store.findByQualifiedNames(ANYONE, List.of())).isEmpty();
        assertThat(store.versions(ANYONE, List.of())).isEmpty();
    }

    @Test
    void unknownElementIsEmpty() {
        assertThat(store.get(ANYONE, new Guid("unknown"), true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"100%", "a_b", "it's", "\"quoted\"", "a!b", "back\\slash", "*", "日本", "Ünï", "x;--", "(a.b)"})
    void searchIsLiteral(String text) {
        file("1 " + text + " 2");
        file("something else: 100 aXb a.b");
        assertThat(found(containing(text))).containsExactly("1 " + text + " 2");
    }

    @Test
    void searchLooksAtEveryTextPropertyAndNeverAcrossTwo() {
        Guid guid = file("n");
        one(
                ANYONE,
                new Change.UpdateElement(
                        guid,
                        ElementProperties.builder()
                                .text("description", "first")
                                .text("displayName", "second")
                                .build(),
                        true));
        assertThat(found(containing("SECON"))).containsExactly("n");
        assertThat(found(containing("firstsecond"))).isEmpty();
        assertThat(found(search("second", Match.WHOLE, true))).containsExactly("n");
        assertThat(found(search("secon", Match.WHOLE, true))).isEmpty();
        assertThat(found(search("sec", Match.STARTS_WITH, true))).containsExactly("n");
        assertThat(found(search("econd", Match.STARTS_WITH, true))).isEmpty();
        assertThat(found(search("ond", Match.ENDS_WITH, true))).containsExactly("n");
        assertThat(found(search("secon", Match.ENDS_WITH, true))).isEmpty();
    }

    @Test
    void caseMattersWhereAsked() {
        file("ÄRGER");
        assertThat(found(search("ärger", Match.CONTAINS, true))).containsExactly("ÄRGER");
        assertThat(found(search("ärger", Match.CONTAINS, false))).isEmpty();
        assertThat(found(search("ÄRG", Match.CONTAINS, false))).containsExactly("ÄRGER");
    }

    @Test
    void searchFollowsChanges() {
        Guid guid = file("n");
        one(ANYONE, describe(guid, "before"));
        one(ANYONE, describe(guid, "after"));
        assertThat(found(containing("before"))).isEmpty();
        assertThat(found(containing("after"))).containsExactly("n");
    }

    @Test
    void searchByTypeFindsSubTypes() {
        file("a file");
        folder("a folder");
        assertThat(found(ofType("DataFile"))).containsExactly("a file");
        assertThat(found(ofType("DataStore"))).containsExactly("a file", "a folder");
        assertThat(found(ofType("JSONFile"))).isEmpty();
        assertThatThrownBy(() -> found(ofType("NoSuchType")))
                .isInstanceOf(MetadataStoreException.class)
                .hasMessageStartingWith("OMAG-COMMON-400-018");
    }

    @Test
    void pagesAreInTheOrderOfCreationAndHoldEachElementOnce() {
        List<String> names = IntStream.range(0, 40).mapToObj(i -> "file " + i).toList();
        names.forEach(this::file);
        List<String> paged = new ArrayList<>();
        for (int start = 0; start < 45; start += 7) {
            paged.addAll(
                    found(new TextSearch("file", Optional.empty(), Match.CONTAINS, true, false, new Paging(start, 7))));
        }
        assertThat(paged).containsExactlyElementsOf(names);
    }

    @Test
    void neighboursAreListedByEndAndType() {
        Guid folder = folder("folder");
        Guid system =
                one(ANYONE, create(new TypeName("FileSystem"), named("system"))).guid();
        one(ANYONE, relate("CapabilityAssetUse", system, folder, ElementProperties.NONE));
        Guid file = one(ANYONE, inFolder(ElementRef.to(folder), "n")).guid();

        assertThat(neighbourGuids(neighbours(folder, 1))).containsExactly(file);
        assertThat(neighbourGuids(neighbours(folder, 2))).containsExactly(system);
        assertThat(neighbourGuids(neighbours(folder, 0))).containsExactly(system, file);
        assertThat(neighbourGuids(new RelatedQuery(folder, Optional.of(NESTED_FILE), 0, false, new Paging(0, 10))))
                .containsExactly(file);
        RelatedElement found = store.related(ANYONE, neighbours(file, 2)).get(0);
        assertThat(found.elementAtEnd1()).isTrue();
        assertThat(found.element()).isEqualTo(read(folder));
        assertThat(found.relationship().end1()).isEqualTo(folder);
        assertThat(found.relationship().end2()).isEqualTo(file);
        assertThat(found.relationship().type()).isEqualTo(NESTED_FILE);
    }

    @Test
    void selfLinkIsListedFromBothEnds() {
        Guid file = file("n");
        one(ANYONE, relate("DataFlow", file, file, ElementProperties.NONE));
        assertThat(store.related(ANYONE, neighbours(file, 0)))
                .extracting(RelatedElement::elementAtEnd1)
                .containsExactly(false, true);
    }

    @Test
    void neighboursArePaged() {
        Guid folder = folder("folder");
        List<Guid> files = IntStream.range(0, 10)
                .mapToObj(i -> one(ANYONE, inFolder(ElementRef.to(folder), "file " + i))
                        .guid())
                .toList();
        assertThat(neighbourGuids(new RelatedQuery(folder, Optional.empty(), 1, false, new Paging(3, 4))))
                .containsExactlyElementsOf(files.subList(3, 7));
    }

    @Test
    void unknownElementHasNoNeighbours() {
        assertThatThrownBy(() -> store.related(ANYONE, neighbours(new Guid("unknown"), 0)))
                .isInstanceOf(MetadataStoreException.class)
                .hasMessageStartingWith("OMAG-REPOSITORY-HANDLER-404-007");
        Guid file = file("n");
        assertThatThrownBy(() -> store.related(
                        ANYONE,
                        new RelatedQuery(file, Optional.of(new TypeName("NestedFil")), 0, false, new Paging(0, 1))))
                .isInstanceOf(MetadataStoreException.class)
                .hasMessageStartingWith("OMAG-COMMON-400-018");
    }

    @Test
    void everyElementTellsItsAnchor() {
        Guid file = file("n");
        Guid part = part(file, "part");
        TypeName anchors = new TypeName("Anchors");
        assertThat(read(part).classifications().get(anchors))
                .isEqualTo(ElementProperties.builder()
                        .text("anchorGUID", file.value())
                        .text("anchorTypeName", "CSVFile")
                        .text("anchorDomainName", "Asset")
                        .build());
        assertThat(read(file).classifications())
                .isEqualTo(Map.of(
                        anchors,
                        ElementProperties.builder()
                                .text("anchorTypeName", "CSVFile")
                                .text("anchorDomainName", "Asset")
                                .build()));
    }

    private List<Guid> neighbourGuids(RelatedQuery query) {
        return store.related(ANYONE, query).stream()
                .map(found -> found.element().guid())
                .toList();
    }

    private static TextSearch search(String text, Match match, boolean ignoreCase) {
        return new TextSearch(text, Optional.empty(), match, ignoreCase, false, new Paging(0, 10));
    }

    private static TextSearch ofType(String type) {
        return new TextSearch("", Optional.of(new TypeName(type)), Match.CONTAINS, true, false, new Paging(0, 10));
    }
}
