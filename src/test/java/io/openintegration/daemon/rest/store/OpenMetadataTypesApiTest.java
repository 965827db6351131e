package io.openintegration.daemon.rest.store;

import static io.openintegration.daemon.rest.store.StoreFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenMetadataTypesApiTest {

    private final OpenMetadataTypesApi api = new OpenMetadataTypesApi(TypeCatalogue.openMetadata(), () -> "request-1");

    @Test
    void typeOfElementsIsAnsweredInThePeersForm() {
        JsonNode response = api.byName("CSVFile", false);
        assertThat(response.get("class").textValue()).isEqualTo("TypeDefResponse");
        String guid = response.at("/typeDef/guid").textValue();
        String dataFile = api.byName("DataFile", false).at("/typeDef/guid").textValue();
        String attribute =
                """
                {'attributeName':'%s','attributeType':{'class':'OpenMetadataPrimitiveDef','guid':'%s','category':'PRIMITIVE',
                 'name':'string','primitiveDefCategory':'OM_PRIMITIVE_TYPE_STRING'},'attributeStatus':'ACTIVE_ATTRIBUTE',
                 'attributeCardinality':'AT_MOST_ONE','valuesMinCount':0,'valuesMaxCount':1,'indexable':true,'unique':false}""";
        String string =
                api.attributeTypeByName("string").at("/attributeTypeDef/guid").textValue();
        assertThat(json(response.get("typeDef").toString()))
                .isEqualTo(json(
                        """
                {'class':'OpenMetadataEntityDef','guid':'%s','name':'CSVFile','category':'ENTITY_DEF',
                 'status':'ACTIVE_TYPEDEF','version':1,'versionName':'1.0','initialStatus':'ACTIVE',
                 'validElementStatusList':['ACTIVE','DELETED'],'superType':{'guid':'%s','name':'DataFile'},
                 'attributeDefinitions':[%s,%s]}"""
                                .formatted(
                                        guid,
                                        dataFile,
                                        attribute.formatted("delimiterCharacter", string),
                                        attribute.formatted("quoteCharacter", string))));
        assertThat(api.byGuid(guid, false).get("typeDef")).isEqualTo(response.get("typeDef"));
    }

    @Test
    void attributesAreInheritedWhereAsked() {
        JsonNode attributes = api.byName("CSVFile", true).at("/typeDef/attributeDefinitions");
        assertThat(attributes.findValuesAsText("attributeName"))
                .contains("legal", "qualifiedName", "pathName", "fileName", "delimiterCharacter");
        assertThat(named(attributes, "qualifiedName").get("unique").booleanValue())
                .isTrue();
        assertThat(named(attributes, "contentStatus").at("/attributeType/class").textValue())
                .isEqualTo("OpenMetadataEnumDef");
        JsonNode map = named(attributes, "additionalProperties").get("attributeType");
        assertThat(map.get("name").textValue()).isEqualTo("map<string,string>");
        assertThat(map.get("collectionDefCategory").textValue()).isEqualTo("OM_COLLECTION_MAP");
        assertThat(map.get("argumentTypes")).hasSize(2);
        assertThat(named(attributes, "storeUpdateTime")
                        .at("/attributeType/primitiveDefCategory")
                        .textValue())
                .isEqualTo("OM_PRIMITIVE_TYPE_DATE");
    }

    @Test
    void relationshipsAndClassificationsTellWhatTheyGoWith() {
        JsonNode nested = api.byName("NestedFile", false).get("typeDef");
        assertThat(nested.get("class").textValue()).isEqualTo("OpenMetadataRelationshipDef");
        assertThat(nested.get("relationshipCategory").textValue()).isEqualTo("UNI_LINK");
        assertThat(nested.at("/endDef1/entityType/name").textValue()).isEqualTo("FileFolder");
        assertThat(nested.at("/endDef1/attributeName").textValue()).isEqualTo("homeFolder");
        assertThat(nested.at("/endDef2/entityType/name").textValue()).isEqualTo("DataFile");
        JsonNode key = api.byName("PrimaryKey", false).get("typeDef");
        assertThat(key.get("class").textValue()).isEqualTo("OpenMetadataClassificationDef");
        assertThat(key.at("/validEntityDefs/0/name").textValue()).isEqualTo("RelationalColumn");
    }

    @ParameterizedTest
    @CsvSource({
        "FolderHierarchy, AT_MOST_ONE, ANY_NUMBER",
        "Schema, AT_MOST_ONE, AT_MOST_ONE",
        "ForeignKey, AT_MOST_ONE, ANY_NUMBER",
        "ConnectToEndpoint, ANY_NUMBER, AT_MOST_ONE",
        "NestedFile, ANY_NUMBER, ANY_NUMBER"
    })
    void relationshipsTellHowManyElementsTheirEndsTake(String type, String end1, String end2) {
        JsonNode json = api.byName(type, false).get("typeDef");
        assertThat(json.at("/endDef1/attributeCardinality").textValue()).isEqualTo(end1);
        assertThat(json.at("/endDef2/attributeCardinality").textValue()).isEqualTo(end2);
    }

    @Test
    void whatStewardsWorkOnIsThere() {
        assertThat(names(api.subTypes("Process", false).at("/typeDefList/typeDefs")))
                .contains("Action", "ToDo");
        assertThat(names(api.subTypes("Asset", false).at("/typeDefList/typeDefs")))
                .contains("IncidentReport");
    }

    @Test
    void listsHoldEveryTypeOnce() {
        JsonNode all = api.all(false);
        List<String> entities = names(api.entityTypes(false).at("/typeDefList/typeDefs"));
        List<String> relationships = names(api.relationshipTypes().at("/typeDefList/typeDefs"));
        List<String> classifications = names(api.classificationTypes().at("/typeDefList/typeDefs"));
        assertThat(entities).contains("OpenMetadataRoot", "CSVFile").isSorted();
        assertThat(relationships).contains("NestedFile", "DataFlow").isSorted();
        assertThat(classifications).contains("Anchors", "Memento", "PrimaryKey").isSorted();
        assertThat(names(all.get("typeDefs")))
                .doesNotHaveDuplicates()
                .containsAll(entities)
                .containsAll(relationships)
                .containsAll(classifications)
                .hasSize(entities.size() + relationships.size() + classifications.size());
        assertThat(all.get("attributeTypeDefs").findValuesAsText("guid")).doesNotHaveDuplicates();
    }

    @Test
    void subTypesAreAllBelowTheType() {
        assertThat(names(api.subTypes("DataFile", false).at("/typeDefList/typeDefs")))
                .contains("CSVFile", "MediaFile", "AudioFile")
                .doesNotContain("DataFile", "FileFolder");
        assertThat(api.subTypes("CSVFile", false).at("/typeDefList/typeDefs")).isEmpty();
    }

    @Test
    void attributeTypesComeByCategory() {
        assertThat(names(api.attributeTypes(Optional.of("PRIMITIVE")).get("attributeTypeDefs")))
                .containsExactlyInAnyOrder("string", "int", "long", "double", "boolean", "date");
        assertThat(names(api.attributeTypes(Optional.of("COLLECTION")).get("attributeTypeDefs")))
                .containsExactly("array<string>", "map<string,string>");
        assertThat(names(api.attributeTypes(Optional.of("ENUM")).get("attributeTypeDefs")))
                .contains("KeyPattern", "ContentStatus");
        assertThat(api.attributeTypes(Optional.empty()).get("attributeTypeDefs").size())
                .isGreaterThan(10);
        assertThat(api.attributeTypeByName("KeyPattern")
                        .at("/attributeTypeDef/elementDefs/1")
                        .toString())
                .isEqualTo("{\"ordinal\":1,\"value\":\"RECYCLED_KEY\"}");
    }

    @Test
    void unknownNamesAreRefusedWithTheNearestOne() {
        refused("OMAG-COMMON-400-018", "CSVFile", () -> api.byName("CVSFile", false));
        refused("OMAG-COMMON-400-018", "DataFile", () -> api.subTypes("DataFil", false));
        refused("OMAG-COMMON-400-019", "NestedFile", () -> api.subTypes("NestedFile", false));
        refused("OMAG-COMMON-400-006", "typeName", () -> api.subTypes(null, false));
        refused("OMAG-COMMON-400-018", "KeyPattern", () -> api.attributeTypeByName("KeyPatern"));
        refused("OMAG-REPOSITORY-HANDLER-404-007", "nobody", () -> api.byGuid("nobody", false));
        refused("OPEN-METADATA-STORE-400-003", "category", () -> api.attributeTypes(Optional.of("OTHER")));
    }

    private static void refused(String messageId, String text, Runnable question) {
        assertThatThrownBy(question::run).hasMessageStartingWith(messageId).hasMessageContaining(text);
    }

    private static JsonNode named(JsonNode attributes, String name) {
        for (JsonNode attribute : attributes) {
            if (attribute.get("attributeName").textValue().equals(name)) {
                return attribute;
            }
        }
        throw new AssertionError("no attribute " + name);
    }

    private static List<String> names(JsonNode types) {
        List<String> names = new ArrayList<>();
        types.forEach(type -> names.add(type.get("name").textValue()));
        return names;
    }
}
