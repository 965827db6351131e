package io.openintegration.daemon.rest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenMetadataWritesApiTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeName CONFIDENTIALITY = new TypeName("Confidentiality");
    private static final String SOURCE = "'externalSourceGUID':'FileSystem-1','externalSourceName':'src::FileSystem'";

    private final InMemoryMetadataStore store =
            new InMemoryMetadataStore(Clock.fixed(Instant.parse("2021-02-02T20:57:50.647Z"), ZoneOffset.UTC));
    private final StoreCall call =
            new StoreCall(new ServerName("cocoMDS1"), store, new Requester(new UserId("erin"), Optional.empty()));
    private final OpenMetadataWritesApi api =
            new OpenMetadataWritesApi(TypeCatalogue.openMetadata(), () -> "request-1");

    @Test
    void elementIsMadeWithParentClassificationAnchorAndSourceInOneCall() {
        String folder = create("FileFolder", "folder");
        JsonNode made = api.create(
                call,
                json("{'class':'NewOpenMetadataElementRequestBody','requestId':'r','typeName':'CSVFile',"
                        + "'parentGUID':'" + folder + "','parentRelationshipTypeName':'NestedFile','parentAtEnd1':true,"
                        + "'initialClassifications':{'Confidentiality':" + properties("levelIdentifier", 3) + "},"
                        + "'anchorGUID':'" + folder + "','isOwnAnchor':false," + SOURCE + ","
                        + "'effectiveTime':1,'forLineage':false,'unknown':[1],"
                        + "'properties':" + named("file") + "}"));

        assertThat(made.get("class").textValue()).isEqualTo("GUIDResponse");
        assertThat(made.get("requestId").textValue()).isEqualTo("r");
        assertThat(made.get("relatedHTTPCode").intValue()).isEqualTo(200);
        Element file = element(made.get("guid").textValue());
        assertThat(file.type()).isEqualTo(new TypeName("CSVFile"));
        assertThat(file.classifications().get(CONFIDENTIALITY))
                .isEqualTo(
                        ElementProperties.builder().number("levelIdentifier", 3).build());
        assertThat(file.classifications().get(new TypeName("Anchors")).text("anchorGUID"))
                .contains(folder);
        assertThat(file.source())
                .hasValueSatisfying(source -> assertThat(source.guid()).isEqualTo(new Guid("FileSystem-1")));
        assertThat(store.relationships()).singleElement().satisfies(link -> {
            assertThat(link.end1()).isEqualTo(new Guid(folder));
            assertThat(link.end2()).isEqualTo(file.guid());
            assertThat(link.source()).isEqualTo(file.source());
        });
    }

    @Test
    void elementThatIsItsOwnAnchorIsNobodysPart() {
        String folder = create("FileFolder", "folder");
        String file = api.create(
                        call,
                        json("{'typeName':'CSVFile','anchorGUID':'" + folder + "','properties':" + named("file") + "}"))
                .get("guid")
                .textValue();
        assertThat(element(file).classifications().get(new TypeName("Anchors")).text("anchorGUID"))
                .isEmpty();
    }

    @Test
    void sourceThatCannotBeKeptIsRefused() {
        String body = "{'typeName':'CSVFile','externalSourceGUID':'%s','properties':" + named("file") + "}";
        refused("OPEN-METADATA-STORE-400-003", () -> api.create(call, json(body.formatted("g".repeat(256)))));
        api.create(call, json(body.formatted("g".repeat(255))));
        assertThat(store.elements()).hasSize(1);
    }

    @Test
    void nothingIsMadeWhereTheRelationshipToTheParentIsRefused() {
        String folder = create("FileFolder", "folder");
        refused(
                "OMAG-REPOSITORY-HANDLER-400-001",
                () -> api.create(
                        call,
                        json("{'typeName':'CSVFile','parentGUID':'" + folder
                                + "','parentRelationshipTypeName':'NestedFile','parentRelationshipProperties':"
                                + properties("position", 1) + ",'properties':" + named("file") + "}")));
        assertThat(store.elements()).hasSize(1);
        refused(
                "OMAG-COMMON-400-006",
                () -> api.create(
                        call,
                        json("{'typeName':'CSVFile','parentGUID':'" + folder + "','properties':" + named("file")
                                + "}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|OMAG-COMMON-400-006",
                "{'typeName':'CSVFile'}|OMAG-COMMON-400-006",
                "{'typeName':'CSVFil','properties':Q}|OMAG-COMMON-400-018",
                "{'typeName':'NestedFile','properties':Q}|OMAG-COMMON-400-019",
                "{'typeName':'CSVFile','properties':{'propertyValueMap':{'colour':{'class':'PrimitiveTypePropertyValue','typeName':'string','primitiveValue':'red'}}}}|OMAG-REPOSITORY-HANDLER-400-001",
                "{'typeName':'CSVFile','properties':Q,'initialClassifications':{'PrimaryKey':{}}}|OMAG-REPOSITORY-HANDLER-400-004",
                "{'typeName':'CSVFile','properties':Q,'initialClassifications':[]}|OPEN-METADATA-STORE-400-003",
                "{'typeName':'CSVFile','properties':Q,'initialClassifications':{'Memento':{}}}|OPEN-METADATA-STORE-400-001",
                "{'typeName':'CSVFile','properties':Q,'effectiveFrom':1}|OPEN-METADATA-STORE-400-004",
                "{'typeName':'CSVFile','properties':Q,'anchorScopeGUIDs':['a']}|OPEN-METADATA-STORE-400-004",
                "{'typeName':'CSVFile','properties':Q,'isOwnAnchor':false,'anchorGUID':'nobody'}|OMAG-REPOSITORY-HANDLER-404-007"
            })
    void wrongElementIsRefused(String body, String messageId) {
        refused(messageId, () -> api.create(call, json(body.replace("Q", named("q")))));
        assertThat(store.elements()).isEmpty();
    }

    @Test
    void nameThatIsTakenIsRefused() {
        create("CSVFile", "file");
        refused("OMAG-COMMON-409-001", () -> create("FileFolder", "file"));
    }

    @Test
    void updateMergesUnlessToldOtherwiseAndTellsWhetherAnythingChanged() {
        String file = create("CSVFile", "file");
        String described = "{'properties':" + properties("description", "d") + "}";
        JsonNode first = api.update(call, file, json(described));
        assertThat(first.get("class").textValue()).isEqualTo("BooleanResponse");
        assertThat(first.get("flag").booleanValue()).isTrue();
        assertThat(api.update(call, file, json(described)).get("flag").booleanValue())
                .isFalse();
        assertThat(api.update(call, file, null).get("flag").booleanValue()).isFalse();
        assertThat(element(file).properties().text("description")).contains("d");

        api.update(call, file, json("{'mergeUpdate':false,'properties':" + named("file") + "}"));
        assertThat(element(file).properties().text("description")).isEmpty();
        refused("OMAG-COMMON-400-006", () -> api.update(call, file, json("{'mergeUpdate':false}")));
    }

    @Test
    void onlyItsSourceChangesAnElement() {
        String file = api.create(call, json("{'typeName':'CSVFile'," + SOURCE + ",'properties':" + named("file") + "}"))
                .get("guid")
                .textValue();
        String change = "'properties':" + properties("description", "d");
        refused(
                "OMAG-REPOSITORY-HANDLER-400-008",
                () -> api.update(call, file, json("{" + change + ",'externalSourceName':'src::FileSystem'}")));
        refused(
                "OMAG-REPOSITORY-HANDLER-400-007",
                () -> api.update(call, file, json("{" + change + ",'externalSourceGUID':'another'}")));
        refused("OMAG-REPOSITORY-HANDLER-400-008", () -> api.delete(call, file, null));
        refused("OMAG-REPOSITORY-HANDLER-400-008", () -> api.archive(call, file, null));
        refused("OMAG-REPOSITORY-HANDLER-400-008", () -> api.classify(call, file, "Confidentiality", null));
        assertThat(api.update(call, file, json("{" + change + ",'externalSourceGUID':'FileSystem-1'}"))
                        .get("flag")
                        .booleanValue())
                .isTrue();
        api.delete(call, file, json("{" + SOURCE + "}"));
        assertThat(store.elements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'deleteMethod':'LOOK_FOR_LINEAGE'}",
                "{'deleteMethod':'SOFT_DELETE'}",
                "{'deleteMethod':'PURGE'}",
                "{'deleteMethod':'PURGE','cascadedDelete':true}"
            })
    void deletedElementIsGone(String body) {
        String file = create("CSVFile", "file");
        assertThat(api.delete(call, file, json(body)).get("class").textValue()).isEqualTo("VoidResponse");
        assertThat(store.elements()).isEmpty();
        refused("OMAG-REPOSITORY-HANDLER-404-007", () -> api.delete(call, file, json(body)));
        create("CSVFile", "file");
    }

    @Test
    void whatHasLineageIsArchivedByDefaultAndGoneByPurge() {
        String file = create("CSVFile", "file");
        relate("DataFlow", file, create("CSVFile", "other"));
        api.delete(call, file, null);
        assertThat(element(file).isArchived()).isTrue();
        refused("OMAG-REPOSITORY-HANDLER-400-010", () -> api.delete(call, file, json("{'deleteMethod':'PURGE'}")));
        api.delete(call, file, json("{'deleteMethod':'PURGE','forLineage':true}"));
        assertThat(store.get(call.requester(), new Guid(file), true)).isEmpty();
    }

    @Test
    void archivedElementTellsWhyAndComesBackWithoutMemento() {
        String file = create("CSVFile", "file");
        api.archive(
                call,
                file,
                json("{'class':'DeleteElementRequestBody','forLineage':true,'archiveDate':7,'archiveProcess':'p',"
                        + "'archiveProperties':{'reason':'x'}}"));
        ElementProperties memento = element(file).classifications().get(Element.MEMENTO);
        assertThat(memento.text("archiveProcess")).contains("p");
        assertThat(memento.values()).containsKeys("archiveDate", "archiveProperties", "archiveUser");
        refused("OMAG-REPOSITORY-HANDLER-400-010", () -> api.archive(call, file, null));
        api.declassify(call, file, "Memento", json("{'forLineage':true}"));
        assertThat(element(file).isArchived()).isFalse();

        refused("OPEN-METADATA-STORE-400-003", () -> api.archive(call, file, json("{'archiveDate':'soon'}")));
        refused("OPEN-METADATA-STORE-400-003", () -> api.delete(call, file, json("{'deleteMethod':'SHRED'}")));
        api.delete(call, file, json("{'deleteMethod':'ARCHIVE','archiveDate':'2021-02-02T20:57:50.647+00:00'}"));
        assertThat(element(file).isArchived()).isTrue();
    }

    @Test
    void whatHoldsOthersIsNotDeleted() {
        String folder = create("FileFolder", "folder");
        relate("FolderHierarchy", folder, create("DataFolder", "inner"));
        refused("OMAG-GENERIC-HANDLERS-403-005", () -> api.delete(call, folder, null));
        refused("OPEN-METADATA-STORE-400-004", () -> api.delete(call, folder, json("{'cascadedDelete':true}")));
        String database = create("RelationalDatabase", "database");
        relate("DataSetContent", create("DeployedDatabaseSchema", "schema"), database);
        refused("OMAG-GENERIC-HANDLERS-403-004", () -> api.delete(call, database, null));
        api.archive(call, folder, null);
        assertThat(element(folder).isArchived()).isTrue();
    }

    @Test
    void classificationComesChangesAndGoes() {
        String file = create("CSVFile", "file");
        refused("OPEN-METADATA-STORE-404-001", () -> api.reclassify(call, file, "Confidentiality", null));
        assertThat(api.classify(
                                call,
                                file,
                                "Confidentiality",
                                json("{'properties':" + properties("confidence", 1) + "}"))
                        .get("class")
                        .textValue())
                .isEqualTo("VoidResponse");
        api.reclassify(call, file, "Confidentiality", json("{'properties':" + properties("levelIdentifier", 2) + "}"));
        assertThat(element(file).classifications().get(CONFIDENTIALITY).values())
                .containsOnlyKeys("confidence", "levelIdentifier");
        api.reclassify(
                call,
                file,
                "Confidentiality",
                json("{'mergeUpdate':false,'properties':" + properties("levelIdentifier", 4) + "}"));
        assertThat(element(file).classifications().get(CONFIDENTIALITY).values())
                .containsOnlyKeys("levelIdentifier");
        api.declassify(call, file, "Confidentiality", null);
        api.declassify(call, file, "Confidentiality", null);
        assertThat(element(file).classifications()).doesNotContainKey(CONFIDENTIALITY);
        refused("OMAG-COMMON-400-018", () -> api.classify(call, file, "Confidental", null));
        refused("OMAG-COMMON-400-018", () -> api.declassify(call, file, "Confidental", null));
        refused("OPEN-METADATA-STORE-400-001", () -> api.classify(call, file, "Anchors", null));
        refused("OMAG-REPOSITORY-HANDLER-404-007", () -> api.classify(call, "nobody", "Confidentiality", null));
    }

    @Test
    void relationshipComesChangesAndGoes() {
        String file = create("CSVFile", "file");
        String other = create("CSVFile", "other");
        String flow = relate("DataFlow", file, other);
        assertThat(api.updateRelated(call, flow, json("{'properties':" + properties("label", "l") + "}"))
                        .get("class")
                        .textValue())
                .isEqualTo("VoidResponse");
        api.updateRelated(call, flow, json("{'properties':" + properties("formula", "f") + "}"));
        api.updateRelated(call, flow, null);
        assertThat(relationship().properties().values()).containsOnlyKeys("formula", "label");
        api.updateRelated(call, flow, json("{'mergeUpdate':false,'properties':" + properties("formula", "f") + "}"));
        assertThat(relationship().properties().values()).containsOnlyKeys("formula");
        api.unrelate(call, flow, null);
        refused("OMAG-REPOSITORY-HANDLER-404-012", () -> api.unrelate(call, flow, null));
        refused("OMAG-REPOSITORY-HANDLER-404-012", () -> api.updateRelated(call, flow, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|OMAG-COMMON-400-006",
                "{'typeName':'DataFlow','metadataElement1GUID':'A'}|OMAG-COMMON-400-006",
                "{'typeName':'DataFlw','metadataElement1GUID':'A','metadataElement2GUID':'A'}|OMAG-COMMON-400-018",
                "{'typeName':'CSVFile','metadataElement1GUID':'A','metadataElement2GUID':'A'}|OMAG-COMMON-400-019",
                "{'typeName':'NestedFile','metadataElement1GUID':'A','metadataElement2GUID':'A'}|OMAG-COMMON-400-019",
                "{'typeName':'DataFlow','metadataElement1GUID':'A','metadataElement2GUID':'nobody'}|OMAG-REPOSITORY-HANDLER-404-007",
                "{'typeName':'DataFlow','metadataElement1GUID':'A','metadataElement2GUID':'A','makeAnchor':true}|OPEN-METADATA-STORE-400-004"
            })
    void wrongRelationshipIsRefused(String body, String messageId) {
        String file = create("CSVFile", "file");
        refused(messageId, () -> api.relate(call, json(body.replace("'A'", "'" + file + "'"))));
        assertThat(store.relationships()).isEmpty();
    }

    private String create(String type, String name) {
        return api.create(call, json("{'typeName':'" + type + "','properties':" + named(name) + "}"))
                .get("guid")
                .textValue();
    }

    private String relate(String type, String end1, String end2) {
        return api.relate(
                        call,
                        json("{'typeName':'" + type + "','metadataElement1GUID':'" + end1 + "','metadataElement2GUID':'"
                                + end2 + "'}"))
                .get("guid")
                .textValue();
    }

    private Element element(String guid) {
        return store.get(call.requester(), new Guid(guid), true).orElseThrow();
    }

    private Relationship relationship() {
        return store.relationships().get(0);
    }

    private static String named(String name) {
        return properties("qualifiedName", name);
    }

    private static String properties(String property, String text) {
        return "{'propertyValueMap':{'" + property
                + "':{'class':'PrimitiveTypePropertyValue','typeName':'string','primitiveValue':'" + text + "'}}}";
    }

    private static String properties(String property, int number) {
        return "{'propertyValueMap':{'" + property
                + "':{'class':'PrimitiveTypePropertyValue','typeName':'int','primitiveValue':" + number + "}}}";
    }

    private static void refused(String messageId, Runnable request) {
        assertThatThrownBy(request::run).hasMessageStartingWith(messageId);
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
