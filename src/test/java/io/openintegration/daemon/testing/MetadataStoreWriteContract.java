package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Elements and their classifications: creating and updating them. */
public abstract class MetadataStoreWriteContract extends MetadataStoreContract {

    private static final TypeName ENCODING = new TypeName("DataAssetEncoding");

    @Test
    void createdElementIsReadBackAsItWasGiven() {
        ElementProperties properties = ElementProperties.builder()
                .text("qualifiedName", "host::/data/w1.csv")
                .text("description", "quotes ' \" \\ and Ελληνικά, 日本語, \uD83D\uDE00\n")
                .date("storeUpdateTime", NOW)
                .choice("contentStatus", "ContentStatus", "ACTIVE")
                .list("authors", List.of("a", "b"))
                .map("additionalProperties", Map.of("size", "1", "date", "2"))
                .build();
        ElementProperties encoding =
                ElementProperties.builder().text("encodingType", "UTF-8").build();
        ChangeResult created = one(
                OWNER,
                new Change.CreateElement(
                        CSV_FILE, properties, Map.of(ENCODING, encoding), Optional.empty(), Optional.empty()));
        Element element = store.get(ANYONE, created.guid(), false).orElseThrow();
        assertThat(created).isEqualTo(new ChangeResult(element.guid(), 1, true));
        assertThat(element.type()).isEqualTo(CSV_FILE);
        assertThat(element.properties()).isEqualTo(properties);
        assertThat(element.classifications()).containsEntry(ENCODING, encoding);
        assertThat(element.source()).isEqualTo(OWNER.source());
        assertThat(element.versions().createdBy()).isEqualTo(OWNER.user());
        assertThat(element.versions().createTime()).isEqualTo(NOW);
        assertThat(element.versions().version()).isEqualTo(1);
    }

    @Test
    void everyKindOfValueIsKept() {
        ElementProperties column = ElementProperties.builder()
                .text("qualifiedName", "column")
                .number("length", Integer.MAX_VALUE)
                .flag("isNullable", true)
                .list("aliases", List.of())
                .map("additionalProperties", Map.of())
                .build();
        Guid guid =
                one(ANYONE, create(new TypeName("RelationalColumn"), column)).guid();
        ElementProperties identifier = ElementProperties.builder()
                .text("qualifiedName", "id")
                .longNumber("externalInstanceVersion", Long.MAX_VALUE)
                .build();
        Guid id = one(ANYONE, create(new TypeName("ExternalId"), identifier)).guid();
        assertThat(read(guid).properties()).isEqualTo(column);
        assertThat(read(id).properties()).isEqualTo(identifier);
    }

    @Test
    void textIsKeptWhateverItsCharacters() {
        String odd = "nul \0, half \uD83D, whole \uD83D\uDE00, escape \u001B, mark \u0001, \\u0000";
        ElementProperties file = ElementProperties.builder()
                .text("qualifiedName", odd)
                .list("authors", List.of(odd))
                .map("additionalProperties", Map.of(odd, odd))
                .build();
        Guid guid = one(OWNER, create(FOLDER, file)).guid();
        assertThat(read(guid).properties()).isEqualTo(file);
        assertThat(store.findByQualifiedNames(ANYONE, List.of(new QualifiedName(odd))))
                .hasSize(1);
        assertThat(found(containing("half \uD83D, whole \uD83D\uDE00"))).containsExactly(odd);
        assertThat(found(containing(odd))).containsExactly(odd);
        assertThat(store.get(ANYONE, new Guid("\0\uD83D"), true)).isEmpty();
        assertThat(store.versions(ANYONE, List.of(new Guid("\0\uD83D")))).isEmpty();
    }

    @Test
    void qualifiedNameIsUniqueAcrossTypes() {
        file("n");
        refused(Kind.DUPLICATE_NAME, "OMAG-COMMON-409-001", ANYONE, create(FOLDER, named("n")));
    }

    @Test
    void archivedElementKeepsItsName() {
        one(ANYONE, archive(file("n")));
        refused(Kind.DUPLICATE_NAME, "OMAG-COMMON-409-001", ANYONE, create(CSV_FILE, named("n")));
    }

    @Test
    void nameOfPurgedElementIsFreeAlsoWithinTheSet() {
        Guid first = file("n");
        List<ChangeResult> results = store.apply(ANYONE, ChangeSet.of(purge(first), create(CSV_FILE, named("n"))));
        assertThat(read(results.get(1).guid()).qualifiedName()).contains(new QualifiedName("n"));
        assertThat(store.get(ANYONE, first, true)).isEmpty();
    }

    @Test
    void namesThatDifferInCaseOnlyAreDifferent() {
        assertThat(file("N")).isNotEqualTo(file("n"));
    }

    @Test
    void longNamesAreTaken() {
        String name = "名".repeat(5_000);
        Guid guid = file(name);
        assertThat(store.findByQualifiedNames(ANYONE, List.of(new QualifiedName(name))))
                .containsEntry(new QualifiedName(name), read(guid));
    }

    @Test
    void changeSetIsDoneWhollyOrNotAtAll() {
        Guid existing = file("existing");
        ChangeRejectedException rejected = rejected(
                ANYONE,
                create(FOLDER, named("new")),
                describe(existing, "changed"),
                archive(existing),
                create(CSV_FILE, named("existing")));
        assertThat(rejected.index()).isEqualTo(3);
        assertThat(found(containing(""))).containsExactly("existing");
        assertThat(read(existing).versions().version()).isEqualTo(1);
        assertThat(read(existing).isArchived()).isFalse();
    }

    @Test
    void changesSeeTheEarlierChangesOfTheirSet() {
        ElementRef folder = ElementRef.to(new QualifiedName("folder"));
        List<ChangeResult> results = store.apply(
                ANYONE,
                ChangeSet.of(
                        create(FOLDER, named("folder")),
                        inFolder(folder, "file"),
                        anchored(ElementRef.to(new QualifiedName("file")), "schema"),
                        new Change.Classify(
                                ElementRef.to(new QualifiedName("file")), ENCODING, ElementProperties.NONE)));
        assertThat(store.related(ANYONE, neighbours(results.get(0).guid(), 1)))
                .singleElement()
                .satisfies(found -> assertThat(found.element())
                        .isEqualTo(read(results.get(1).guid())));
        assertThat(results.get(3)).isEqualTo(new ChangeResult(results.get(1).guid(), 2, true));
        assertThat(one(ANYONE, purge(results.get(1).guid())).changed()).isTrue();
        assertThat(store.get(ANYONE, results.get(2).guid(), true)).isEmpty();
    }

    @Test
    void unknownTypesAndPropertiesAreRefusedWithTheNearestName() {
        ChangeRejectedException type = rejected(ANYONE, create(new TypeName("CsvFil"), named("n")));
        assertThat(type.reason().id()).isEqualTo("OMAG-COMMON-400-018");
        assertThat(type.reason().text()).contains("CSVFile");
        ChangeRejectedException property = rejected(
                ANYONE,
                create(
                        CSV_FILE,
                        ElementProperties.builder()
                                .text("qualifiedName", "n")
                                .text("pathname", "/x")
                                .build()));
        assertThat(property.reason().id()).isEqualTo("OMAG-REPOSITORY-HANDLER-400-001");
        assertThat(property.reason().text()).contains("pathName");
        assertThat(property.kind()).isEqualTo(Kind.INVALID_REQUEST);
    }

    @Test
    void elementNeedsAName() {
        refused(Kind.INVALID_REQUEST, "OMAG-COMMON-400-006", ANYONE, create(CSV_FILE, ElementProperties.NONE));
        refused(Kind.INVALID_REQUEST, "OMAG-COMMON-400-006", ANYONE, create(CSV_FILE, named(" ")));
        refused(
                Kind.INVALID_REQUEST,
                "OMAG-COMMON-400-006",
                ANYONE,
                new Change.UpdateElement(file("n"), ElementProperties.NONE, false));
    }

    @Test
    void parentAndAnchorMustExist() {
        ElementRef missing = ElementRef.to(new QualifiedName("missing"));
        refused(Kind.NOT_FOUND, "OMAG-REPOSITORY-HANDLER-404-007", ANYONE, inFolder(missing, "n"));
        refused(Kind.NOT_FOUND, "OMAG-REPOSITORY-HANDLER-404-007", ANYONE, anchored(missing, "n"));
    }

    @Test
    void unchangedUpdateLeavesTheVersion() {
        Guid guid = file("n");
        one(ANYONE, describe(guid, "d"));
        assertThat(one(ANYONE, describe(guid, "d"))).isEqualTo(new ChangeResult(guid, 2, false));
        assertThat(one(ANYONE, new Change.UpdateElement(guid, read(guid).properties(), false)))
                .isEqualTo(new ChangeResult(guid, 2, false));
    }

    @Test
    void mergeKeepsAndReplaceRemovesWhatIsNotGiven() {
        Guid guid = file("n");
        one(ANYONE, describe(guid, "d"));
        one(
                ANYONE,
                new Change.UpdateElement(
                        guid,
                        ElementProperties.builder().text("displayName", "x").build(),
                        true));
        assertThat(read(guid).properties().values().keySet())
                .containsExactly("description", "displayName", "qualifiedName");
        one(ANYONE, new Change.UpdateElement(guid, named("n"), false));
        assertThat(read(guid).properties()).isEqualTo(named("n"));
    }

    @Test
    void renamedElementIsFoundByItsNewNameAndMayNotTakeAnothersName() {
        Guid guid = file("n");
        file("other");
        one(ANYONE, new Change.UpdateElement(guid, named("m"), true));
        assertThat(store.findByQualifiedNames(ANYONE, List.of(new QualifiedName("n"), new QualifiedName("m"))))
                .containsOnlyKeys(new QualifiedName("m"));
        refused(
                Kind.DUPLICATE_NAME,
                "OMAG-COMMON-409-001",
                ANYONE,
                new Change.UpdateElement(guid, named("other"), true));
    }

    @Test
    void updateOfUnknownElementIsRefused() {
        refused(Kind.NOT_FOUND, "OMAG-REPOSITORY-HANDLER-404-007", ANYONE, describe(new Guid("none"), "d"));
    }

    @Test
    void sourcesElementsAreChangedForThatSourceOnly() {
        Guid guid = file(OWNER, "n");
        for (Change change : List.of(
                describe(guid, "d"),
                archive(guid),
                purge(guid),
                new Change.RestoreElement(guid),
                new Change.Classify(ElementRef.to(guid), ENCODING, ElementProperties.NONE),
                new Change.Declassify(guid, ENCODING))) {
            refused(Kind.NOT_AUTHORIZED, "OMAG-REPOSITORY-HANDLER-400-007", STRANGER, change);
            refused(Kind.NOT_AUTHORIZED, "OMAG-REPOSITORY-HANDLER-400-008", ANYONE, change);
            assertThat(one(OWNER, new Change.RestoreElement(guid)).changed()).isFalse();
        }
        assertThat(one(OWNER, describe(guid, "d")).changed()).isTrue();
        assertThat(one(OWNER, archive(guid)).changed()).isTrue();
    }

    @Test
    void localElementsMayBeChangedByAnyone() {
        Guid guid = file("n");
        assertThat(one(STRANGER, describe(guid, "d")).changed()).isTrue();
        assertThat(read(guid).source()).isEmpty();
        assertThat(read(guid).versions().updatedBy()).isEqualTo(STRANGER.user());
    }

    @Test
    void classificationIsSetReplacedAndRemoved() {
        Guid guid = file("n");
        ElementProperties utf8 =
                ElementProperties.builder().text("encodingType", "UTF-8").build();
        Change.Classify classify = new Change.Classify(ElementRef.to(guid), ENCODING, utf8);
        assertThat(one(ANYONE, classify)).isEqualTo(new ChangeResult(guid, 2, true));
        assertThat(one(ANYONE, classify)).isEqualTo(new ChangeResult(guid, 2, false));
        assertThat(read(guid).classifications()).containsEntry(ENCODING, utf8);
        assertThat(one(ANYONE, new Change.Declassify(guid, ENCODING))).isEqualTo(new ChangeResult(guid, 3, true));
        assertThat(one(ANYONE, new Change.Declassify(guid, ENCODING)).changed()).isFalse();
        assertThat(read(guid).classifications()).doesNotContainKey(ENCODING);
    }

    @Test
    void classificationsThatTheStoreKeepsCannotBeGiven() {
        Guid guid = file("n");
        refused(
                Kind.INVALID_REQUEST,
                "OPEN-METADATA-STORE-400-001",
                ANYONE,
                new Change.Classify(ElementRef.to(guid), Element.MEMENTO, ElementProperties.NONE));
    }

    @Test
    void classificationThatIsThereGetsOtherProperties() {
        Guid guid = file("n");
        ElementProperties type =
                ElementProperties.builder().text("encodingType", "UTF-8").build();
        ElementProperties language =
                ElementProperties.builder().text("encodingLanguage", "en").build();
        refused(
                Kind.NOT_FOUND,
                "OPEN-METADATA-STORE-404-001",
                ANYONE,
                new Change.Classify(ElementRef.to(guid), ENCODING, type, Change.Classify.Setting.MERGE));
        one(ANYONE, new Change.Classify(ElementRef.to(guid), ENCODING, type));
        one(ANYONE, new Change.Classify(ElementRef.to(guid), ENCODING, language, Change.Classify.Setting.MERGE));
        assertThat(read(guid).classifications()).containsEntry(ENCODING, type.mergedWith(language));
        one(ANYONE, new Change.Classify(ElementRef.to(guid), ENCODING, language, Change.Classify.Setting.REPLACE));
        assertThat(read(guid).classifications()).containsEntry(ENCODING, language);
    }

    @Test
    void unknownClassificationCannotBeTakenAway() {
        refused(
                Kind.INVALID_REQUEST,
                "OMAG-COMMON-400-018",
                ANYONE,
                new Change.Declassify(file("n"), new TypeName("Confidental")));
    }
}
