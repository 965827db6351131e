package io.openintegration.daemon.rest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenMetadataStoreApiTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Requester ERIN = new Requester(
            new UserId("erin"),
            Optional.of(new MetadataSource(new Guid("FileSystem-1"), new QualifiedName("src::FileSystem"))));

    private final InMemoryMetadataStore store =
            new InMemoryMetadataStore(Clock.fixed(Instant.parse("2021-02-02T20:57:50.647Z"), ZoneOffset.UTC));
    private final StoreCall call = new StoreCall(new ServerName("cocoMDS1"), store, ERIN);
    private final OpenMetadataStoreApi api = new OpenMetadataStoreApi(TypeCatalogue.openMetadata(), () -> "request-1");

    private Guid folder;
    private Guid file;

    @BeforeEach
    void catalogue() {
        ElementProperties properties = ElementProperties.builder()
                .text("qualifiedName", "q")
                .date("storeUpdateTime", Instant.ofEpochMilli(1_795_402_439_438L))
                .choice("contentStatus", "ContentStatus", "ACTIVE")
                .list("authors", List.of("a"))
                .map("additionalProperties", Map.of("size", "7"))
                .build();
        List<ChangeResult> made = store.apply(
                ERIN,
                ChangeSet.of(
                        new Change.CreateElement(
                                new TypeName("FileFolder"),
                                ElementProperties.builder()
                                        .text("qualifiedName", "folder")
                                        .build(),
                                Map.of(),
                                Optional.empty(),
                                Optional.empty()),
                        new Change.CreateElement(
                                new TypeName("CSVFile"),
                                properties,
                                Map.of(),
                                Optional.empty(),
                                Optional.of(new Change.ParentLink(
                                        new TypeName("NestedFile"),
                                        ElementRef.to(new QualifiedName("folder")),
                                        true,
                                        ElementProperties.NONE)))));
        folder = made.get(0).guid();
        file = made.get(1).guid();
    }

    @Test
    void elementIsAnsweredInThePeersForm() {
        String header =
                """
                "headerVersion":0,"status":"ACTIVE",
                "type":{"typeId":"%s","typeName":"%s"%s,"typeVersion":1,"typeCategory":"%s"},
                "origin":{"sourceServer":"cocoMDS1","originCategory":"EXTERNAL_SOURCE",
                  "homeMetadataCollectionId":"FileSystem-1","homeMetadataCollectionName":"src::FileSystem"},
                "versions":{"createdBy":"erin","updatedBy":"erin","maintainedBy":["erin"],
                  "createTime":"2021-02-02T20:57:50.647+00:00","updateTime":"2021-02-02T20:57:50.647+00:00",
                  "version":1}""";
        String superTypes =
                """
                ,"superTypeNames":["DataFile","DataStore","DataAsset","Asset","Referenceable","OpenMetadataRoot"]""";
        String expected =
                """
                {"class":"OpenMetadataElementResponse","requestId":"request-1","relatedHTTPCode":200,"element":{
                 %s,
                 "elementGUID":"%s",
                 "classifications":[{"class":"AttachedClassification",%s,
                  "classificationName":"Anchors","classificationOrigin":"ASSIGNED",
                  "classificationProperties":{"propertyValueMap":{
                    "anchorDomainName":{"class":"PrimitiveTypePropertyValue","typeName":"string",
                      "primitiveTypeCategory":"OM_PRIMITIVE_TYPE_STRING","primitiveValue":"Asset"},
                    "anchorTypeName":{"class":"PrimitiveTypePropertyValue","typeName":"string",
                      "primitiveTypeCategory":"OM_PRIMITIVE_TYPE_STRING","primitiveValue":"CSVFile"}},
                   "propertyCount":2,"propertyNames":["anchorDomainName","anchorTypeName"],
                   "propertiesAsStrings":{"anchorDomainName":"Asset","anchorTypeName":"CSVFile"}}}],
                 "elementProperties":{"propertyValueMap":{
                   "additionalProperties":{"class":"MapTypePropertyValue","typeName":"map<string,string>",
                     "mapElementCount":1,"mapValues":{"propertyValueMap":{
                       "size":{"class":"PrimitiveTypePropertyValue","typeName":"string",
                         "primitiveTypeCategory":"OM_PRIMITIVE_TYPE_STRING","primitiveValue":"7"}},
                      "propertyCount":1,"propertyNames":["size"],"propertiesAsStrings":{"size":"7"}}},
                   "authors":{"class":"ArrayTypePropertyValue","typeName":"array<string>","arrayCount":1,
                     "arrayValues":{"propertyValueMap":{
                       "0":{"class":"PrimitiveTypePropertyValue","typeName":"string",
                         "primitiveTypeCategory":"OM_PRIMITIVE_TYPE_STRING","primitiveValue":"a"}},
                      "propertyCount":1,"propertyNames":["0"],"propertiesAsStrings":{"0":"a"}}},
                   "contentStatus":{"class":"EnumTypePropertyValue","typeName":"ContentStatus",
                     "symbolicName":"ACTIVE"},
                   "qualifiedName":{"class":"PrimitiveTypePropertyValue","typeName":"string",
                     "primitiveTypeCategory":"OM_PRIMITIVE_TYPE_STRING","primitiveValue":"q"},
                   "storeUpdateTime":{"class":"PrimitiveTypePropertyValue","typeName":"date",
                     "primitiveTypeCategory":"OM_PRIMITIVE_TYPE_DATE","primitiveValue":1795402439438}},
                  "propertyCount":5,
                  "propertyNames":["additionalProperties","authors","contentStatus","qualifiedName","storeUpdateTime"],
                  "propertiesAsStrings":{"additionalProperties":"{size=7}","authors":"[a]","contentStatus":"ACTIVE",
                    "qualifiedName":"q","storeUpdateTime":"1795402439438"}}}}
                """
                        .formatted(
                                header.formatted(TypeDefJson.guid("CSVFile"), "CSVFile", superTypes, "ENTITY_DEF"),
                                file,
                                header.formatted(TypeDefJson.guid("Anchors"), "Anchors", "", "CLASSIFICATION_DEF"));
        assertThat(onTheWire(api.elementByGuid(call, file.value(), false))).isEqualTo(json(expected));
    }

    @Test
    void relatedElementsNameRelationshipAndEnd() {
        JsonNode response = api.related(
                call, folder.value(), Optional.of(new TypeName("NestedFile")), 1, json("{\"requestId\":\"r\"}"), 100);
        assertThat(response.get("class").textValue()).isEqualTo("RelatedMetadataElementListResponse");
        assertThat(response.get("requestId").textValue()).isEqualTo("r");
        JsonNode list = response.get("relatedElementList");
        assertThat(list.get("startingElement").get("elementGUID").textValue()).isEqualTo(folder.value());
        assertThat(list.get("elementList")).hasSize(1);
        JsonNode found = list.get("elementList").get(0);
        assertThat(found.get("type"))
                .isEqualTo(json(
                        """
                {"typeId":"%s","typeName":"NestedFile","typeVersion":1,"typeCategory":"RELATIONSHIP_DEF"}"""
                                .formatted(TypeDefJson.guid("NestedFile"))));
        assertThat(found.get("relationshipGUID").textValue())
                .isEqualTo(store.relationships().get(0).guid().value());
        assertThat(found.get("element").get("elementGUID").textValue()).isEqualTo(file.value());
        assertThat(found.get("elementAtEnd1").booleanValue()).isFalse();
        assertThat(found.has("relationshipProperties")).isFalse();
    }

    @Test
    void emptyListsAreAbsent() {
        assertThat(onTheWire(api.findByString(call, json("{\"searchString\":\"nothing\"}"), 100)))
                .isEqualTo(
                        json(
                                """
                        {"class":"OpenMetadataElementsResponse","requestId":"request-1","relatedHTTPCode":200}"""));
        assertThat(api.related(call, file.value(), Optional.empty(), 1, null, 100)
                        .get("relatedElementList")
                        .has("elementList"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|2",
                "{\"searchString\":null,\"metadataElementTypeName\":\" \",\"unknown\":[1]}|2",
                "{\"metadataElementTypeName\":\"DataFile\"}|1",
                "{\"searchString\":\"FOLD\"}|1",
                "{\"searchString\":\"FOLD\",\"ignoreCase\":false}|0",
                "{\"searchString\":\"older\",\"startsWith\":true}|0",
                "{\"searchString\":\"older\",\"endsWith\":true}|1",
                "{\"searchString\":\"older\",\"startsWith\":true,\"endsWith\":true}|0",
                "{\"pageSize\":1}|1",
                "{\"startFrom\":1,\"pageSize\":0}|1"
            })
    void searchFollowsItsOptions(String body, int hits) {
        assertThat(api.findByString(call, json(body), 100).path("elements")).hasSize(hits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pageSize\":101}|OMAG-COMMON-400-010",
                "{\"pageSize\":-1}|OMAG-COMMON-400-009",
                "{\"startFrom\":-1}|OMAG-COMMON-400-008",
                "{\"startFrom\":\"1\"}|OPEN-METADATA-STORE-400-003",
                "{\"startFrom\":99999999999}|OPEN-METADATA-STORE-400-003",
                "{\"searchString\":1}|OPEN-METADATA-STORE-400-003",
                "{\"ignoreCase\":\"yes\"}|OPEN-METADATA-STORE-400-003",
                "[]|OPEN-METADATA-STORE-400-003",
                "{\"metadataElementTypeName\":\"CVSFile\"}|OMAG-COMMON-400-018"
            })
    void wrongSearchIsRefused(String body, String messageId) {
        assertThatThrownBy(() -> api.findByString(call, json(body), 100)).hasMessageStartingWith(messageId);
    }

    @Test
    void tooLargePageOfNeighboursIsCut() {
        assertThat(api.related(call, folder.value(), Optional.empty(), 7, json("{\"pageSize\":5000}"), 100)
                        .get("relatedElementList")
                        .get("elementList"))
                .hasSize(1);
    }

    @Test
    void archivedElementIsRefusedUnlessForLineage() {
        store.apply(ERIN, ChangeSet.of(new Change.RemoveElement(file, Change.Removal.ARCHIVE)));
        assertThatThrownBy(() -> api.elementByGuid(call, file.value(), json("{}")))
                .hasMessageStartingWith("OMAG-REPOSITORY-HANDLER-400-010");
        assertThat(api.elementByGuid(call, file.value(), json("{\"forLineage\":true}"))
                        .has("element"))
                .isTrue();
        assertThatThrownBy(() -> api.elementByGuid(call, "unknown", true))
                .hasMessageStartingWith("OMAG-REPOSITORY-HANDLER-404-007");
        assertThatThrownBy(() -> api.elementByGuid(call, " ", true)).hasMessageStartingWith("OMAG-COMMON-400-006");
    }

    private static JsonNode onTheWire(JsonNode node) {
        return json(node.toString());
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
