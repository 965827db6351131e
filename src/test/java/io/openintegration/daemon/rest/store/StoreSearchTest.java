package io.openintegration.daemon.rest.store;

import static io.openintegration.daemon.rest.store.StoreFixture.json;
import static io.openintegration.daemon.rest.store.StoreFixture.number;
import static io.openintegration.daemon.rest.store.StoreFixture.numberValue;
import static io.openintegration.daemon.rest.store.StoreFixture.text;
import static io.openintegration.daemon.rest.store.StoreFixture.textValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions by conditions, as they come over the wire. */
class StoreSearchTest {

    private final StoreFixture world = new StoreFixture();
    private final OpenMetadataStoreApi api = new OpenMetadataStoreApi(TypeCatalogue.openMetadata(), () -> "request-1");
    private final OpenMetadataRelationshipsApi relationships =
            new OpenMetadataRelationshipsApi(TypeCatalogue.openMetadata(), () -> "request-1");

    private String alpha;
    private String beta;
    private String folder;

    @BeforeEach
    void catalogue() {
        alpha = world.create("RelationalColumn", "Alpha", text("description", "one.*") + "," + number("length", 3));
        world.clock.advance(Duration.ofMinutes(1));
        beta = world.create("RelationalColumn", "beta", text("description", "two") + "," + number("length", 20));
        world.clock.advance(Duration.ofMinutes(1));
        folder = world.create("FileFolder", "folder");
        world.writes.classify(
                world.call,
                beta,
                "Confidentiality",
                json("{'properties':{'propertyValueMap':{" + number("levelIdentifier", 3) + "}}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EQ|length|3|Alpha",
                "NEQ|length|3|beta,folder",
                "LT|length|20|Alpha",
                "LTE|length|20|Alpha,beta",
                "GT|length|3|beta",
                "GTE|length|3|Alpha,beta",
                "IS_NULL|length||folder",
                "NOT_NULL|length||Alpha,beta",
                "EQ|qualifiedName|alpha|",
                "EQ|qualifiedName|Alpha|Alpha",
                "CASE_INSENSITIVE_EQ|qualifiedName|alpha|Alpha",
                "LIKE|description|.*|Alpha",
                "LIKE|description|t|beta",
                "NOT_LIKE|description|t|Alpha,folder",
                "CASE_INSENSITIVE_LIKE|description|T|beta",
                "CASE_INSENSITIVE_NOT_LIKE|description|T|Alpha,folder",
                "STARTS_WITH|qualifiedName|Al|Alpha",
                "STARTS_WITH|qualifiedName|al|",
                "CASE_INSENSITIVE_STARTS_WITH|qualifiedName|al|Alpha",
                "ENDS_WITH|qualifiedName|a|Alpha,beta",
                "CASE_INSENSITIVE_ENDS_WITH|qualifiedName|TA|beta",
                "LT|qualifiedName|b|Alpha",
                "GT|qualifiedName|beta|folder"
            })
    void everyOperatorCompares(String operator, String property, String value, String expected) {
        String given = value == null
                ? ""
                : ",'value':" + (property.equals("length") ? numberValue(Integer.parseInt(value)) : textValue(value));
        assertThat(found("{'searchProperties':{'conditions':[{'property':'" + property + "','operator':'" + operator
                        + "'" + given + "}]}}"))
                .isEqualTo(expected == null ? List.of() : List.of(expected.split(",", -1)));
    }

    @Test
    void listOfNamesIsAnOperatorOfOlderGenerations() {
        assertThat(found("{'searchProperties':{'conditions':[{'property':'qualifiedName','operator':'IN','value':"
                        + "{'class':'ArrayTypePropertyValue','typeName':'array<string>','arrayCount':2,'arrayValues':"
                        + "{'propertyValueMap':{'0':" + textValue("beta") + ",'1':" + textValue("nobody") + "}}}}]}}"))
                .containsExactly("beta");
    }

    @Test
    void conditionsAreJoinedNestedAndRestrictedByClassifications() {
        String one = "{'property':'length','operator':'EQ','value':" + numberValue(3) + "}";
        String other = "{'property':'length','operator':'EQ','value':" + numberValue(20) + "}";
        String named = "{'property':'qualifiedName','operator':'ENDS_WITH','value':" + textValue("ta") + "}";
        assertThat(found(properties("ALL", one, other))).isEmpty();
        assertThat(found(properties("ANY", one, other))).containsExactly("Alpha", "beta");
        assertThat(found(properties("NONE", one, other))).containsExactly("folder");
        String nested = "{'nestedConditions':{'matchCriteria':'ANY','conditions':[" + one + "," + other + "]}}";
        assertThat(found(properties("ALL", named, nested))).containsExactly("beta");
        assertThat(found("{'matchClassifications':{'conditions':[{'name':'Confidentiality'}]}}"))
                .containsExactly("beta");
        String secret =
                "{'name':'Confidentiality','searchProperties':{'conditions':[{'property':'levelIdentifier','operator':'GT',"
                        + "'value':" + numberValue(2) + "}]}}";
        assertThat(found("{'searchProperties':{'conditions':[" + one + "]},'matchClassifications':{'conditions':["
                        + secret + "]}}"))
                .isEmpty();
        assertThat(found("{'searchProperties':{'conditions':[" + other
                        + "]},'matchClassifications':{'matchCriteria':'ALL','conditions':[" + secret + "]}}"))
                .containsExactly("beta");
    }

    @Test
    void filtersOfTheBodyLimitWhatIsFound() {
        String all = "'searchProperties':{'conditions':[{'property':'qualifiedName','operator':'NOT_NULL'}]}";
        assertThat(found("{" + all + ",'metadataElementTypeName':'SchemaAttribute'}"))
                .containsExactly("Alpha", "beta");
        assertThat(found("{" + all + ",'metadataElementSubtypeNames':['FileFolder','CSVFile']}"))
                .containsExactly("folder");
        assertThat(found("{" + all + ",'limitResultsByStatus':['ACTIVE']}")).hasSize(3);
        assertThat(found("{" + all + ",'limitResultsByStatus':['DELETED']}")).isEmpty();
        assertThat(found("{" + all + ",'includeOnlyClassifiedElements':['Confidentiality']}"))
                .containsExactly("beta");
        assertThat(found("{" + all + ",'skipClassifiedElements':['Confidentiality']}"))
                .containsExactly("Alpha", "folder");
        assertThat(found("{" + all + ",'anchorDomainName':'Asset'}")).containsExactly("folder");
        assertThat(found("{" + all + ",'anchorGUID':'" + folder + "'}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ANY,Alpha beta folder",
        "GUID,Alpha beta folder",
        "CREATION_DATE_OLDEST,Alpha beta folder",
        "CREATION_DATE_RECENT,folder beta Alpha",
        "LAST_UPDATE_OLDEST,Alpha beta folder",
        "LAST_UPDATE_RECENT,beta folder Alpha",
        "PROPERTY_ASCENDING,Alpha beta folder",
        "PROPERTY_DESCENDING,folder beta Alpha"
    })
    void everySequenceIsKeptOverPages(String order, String expected) {
        List<String> paged = new ArrayList<>();
        if (order.startsWith("LAST_UPDATE")) {
            // The folder is as old as the last change of beta; the newest change goes to the front.
            world.clock.advance(Duration.ofMinutes(1));
            world.writes.update(
                    world.call,
                    order.endsWith("RECENT") ? beta : folder,
                    json("{'properties':{'propertyValueMap':{" + text("displayName", "new") + "}}}"));
        }
        for (int start = 0; start < 3; start++) {
            paged.addAll(names(api.findByString(
                    world.call,
                    json("{'startFrom':" + start + ",'pageSize':1,'sequencingProperty':'qualifiedName',"
                            + "'sequencingOrder':'" + order + "'}"),
                    100)));
        }
        assertThat(String.join(" ", paged)).isEqualTo(expected);
    }

    @Test
    void bodyOfTheLivePeersClientIsUnderstood() {
        assertThat(names(api.findByConditions(
                        world.call,
                        json("{'requestId':'0f1','forLineage':false,'forDuplicateProcessing':false,'effectiveTime':"
                                + "1795402439438,'relationshipsPageSize':0,'graphQueryDepth':5,'maxMermaidNodeCount':5,"
                                + "'startFrom':0,'pageSize':0,'sequencingOrder':'LAST_UPDATE_RECENT',"
                                + "'limitResultsByStatus':['ACTIVE'],'metadataElementTypeName':'RelationalColumn',"
                                + "'searchProperties':{'matchCriteria':'ANY','templateFilter':'ALL','conditions':[{"
                                + "'property':'qualifiedName','operator':'EQ','value':" + textValue("beta") + "}]}}"),
                        100)))
                .containsExactly("beta");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|OMAG-COMMON-400-006",
                "{'searchProperties':{}}|OMAG-COMMON-400-006",
                "{'searchProperties':{'conditions':[]}}|OMAG-COMMON-400-006",
                "{'searchProperties':{'conditions':{}}}|OMAG-COMMON-400-006",
                "{'searchProperties':{'conditions':[{}]}}|OMAG-COMMON-400-006",
                "{'searchProperties':{'conditions':[{'property':'length'}]}}|OMAG-COMMON-400-006",
                "{'searchProperties':{'conditions':[{'property':'length','operator':'EQ'}]}}|OMAG-COMMON-400-006",
                "{'searchProperties':{'conditions':[1]}}|OPEN-METADATA-STORE-400-003",
                "{'searchProperties':{'conditions':[{'property':'length','operator':'LIKE','value':V}]}}|OPEN-METADATA-STORE-400-003",
                "{'searchProperties':{'conditions':[{'property':'length','operator':'IN','value':V}]}}|OPEN-METADATA-STORE-400-003",
                "{'searchProperties':{'conditions':[{'property':'length','operator':'CONTAINS','value':V}]}}|OPEN-METADATA-STORE-400-003",
                "{'searchProperties':{'matchCriteria':'SOME','conditions':[C]}}|OPEN-METADATA-STORE-400-003",
                "{'searchProperties':{'conditions':[{'property':'length','nestedConditions':{'conditions':[C]}}]}}|OPEN-METADATA-STORE-400-003",
                "{'searchProperties':{'conditions':[{'property':'lenght','operator':'EQ','value':V}]}}|OMAG-REPOSITORY-HANDLER-400-001",
                "{'searchProperties':{'conditions':[{'property':'qualifiedName','operator':'EQ','value':V}]}}|OMAG-REPOSITORY-HANDLER-400-001",
                "{'metadataElementTypeName':'FileFolder','searchProperties':{'conditions':[C]}}|OMAG-REPOSITORY-HANDLER-400-001",
                "{'metadataElementTypeName':'Folder','searchProperties':{'conditions':[C]}}|OMAG-COMMON-400-018",
                "{'matchClassifications':{'conditions':[{'name':'Confidental'}]}}|OMAG-COMMON-400-018",
                "{'searchProperties':{'conditions':[C]},'sequencingOrder':'PROPERTY_ASCENDING'}|OMAG-COMMON-400-006",
                "{'searchProperties':{'conditions':[C]},'sequencingOrder':'SHUFFLED'}|OPEN-METADATA-STORE-400-003",
                "{'searchProperties':{'conditions':[C]},'asOfTime':1}|OPEN-METADATA-STORE-400-004",
                "{'searchProperties':{'conditions':[C]},'governanceZoneFilter':['z']}|OPEN-METADATA-STORE-400-004",
                "{'searchProperties':{'conditions':[C],'templateFilter':'ONLY'}}|OPEN-METADATA-STORE-400-004",
                "{'searchProperties':{'conditions':[C]},'includeOnlyClassifiedElements':['Confidentiality','Retention']}|OPEN-METADATA-STORE-400-004",
                "{'searchProperties':{'conditions':[C]},'pageSize':101}|OMAG-COMMON-400-010"
            })
    void wrongQuestionIsRefused(String body, String messageId) {
        String condition = "{'property':'length','operator':'EQ','value':V}";
        assertThatThrownBy(() -> found(body.replace("C]", condition + "]").replace("V}", numberValue(1) + "}")))
                .hasMessageStartingWith(messageId);
    }

    @Test
    void relationshipIsAnsweredWithItsEnds() {
        String flow = world.relate("DataFlow", alpha, beta, text("label", "l"));
        JsonNode response = relationships.byGuid(world.call, flow, null);
        assertThat(response.get("class").textValue()).isEqualTo("OpenMetadataRelationshipResponse");
        JsonNode link = response.get("element");
        assertThat(link.get("relationshipGUID").textValue()).isEqualTo(flow);
        assertThat(link.get("relationshipType").get("typeName").textValue()).isEqualTo("DataFlow");
        assertThat(link.at("/relationshipProperties/propertiesAsStrings/label").textValue())
                .isEqualTo("l");
        assertThat(link.get("labelAtEnd1").textValue()).isEqualTo("dataSupplier");
        assertThat(link.get("elementGUIDAtEnd1").textValue()).isEqualTo(alpha);
        assertThat(link.at("/elementAtEnd1/guid").textValue()).isEqualTo(alpha);
        assertThat(link.at("/elementAtEnd2/uniqueName").textValue()).isEqualTo("beta");
        assertThat(link.at("/elementAtEnd2/type/typeName").textValue()).isEqualTo("RelationalColumn");
        assertThat(link.at("/elementAtEnd2/classifications/1/classificationName")
                        .textValue())
                .isEqualTo("Confidentiality");
        assertThatThrownBy(() -> relationships.byGuid(world.call, "nobody", null))
                .hasMessageStartingWith("OMAG-REPOSITORY-HANDLER-404-012");
    }

    @Test
    void relationshipsAreFoundByTypeEndsAndConditions() {
        String flow = world.relate("DataFlow", alpha, beta, text("label", "l"));
        String back = world.relate("DataFlow", beta, alpha, text("label", "m"));
        assertThat(links("{'relationshipTypeName':'DataFlow','sequencingOrder':'CREATION_DATE_OLDEST'}"))
                .containsExactly(flow, back);
        assertThat(links("{'relationshipTypeName':'DataFlow','searchProperties':{'conditions':[{'property':'label',"
                        + "'operator':'EQ','value':" + textValue("m") + "}]}}"))
                .containsExactly(back);
        assertThat(links("{'relationshipTypeName':'DataFlow','end1EntityGUIDs':['" + alpha + "']}"))
                .containsExactly(flow);
        assertThat(links("{'relationshipTypeName':'DataFlow','endMatchCriteria':'NONE','end1EntityGUIDs':['" + alpha
                        + "']}"))
                .containsExactly(back);
        assertThat(links("{'relationshipTypeName':'DataFlow','pageSize':1,'startFrom':1,"
                        + "'sequencingOrder':'PROPERTY_DESCENDING','sequencingProperty':'label'}"))
                .containsExactly(flow);
        assertThat(links("{'relationshipTypeName':'DataMapping'}")).isEmpty();
        assertThatThrownBy(() -> links("{}")).hasMessageStartingWith("OMAG-COMMON-400-006");
        assertThatThrownBy(() -> links("{'relationshipTypeName':'DataFlo'}"))
                .hasMessageStartingWith("OMAG-COMMON-400-018")
                .hasMessageContaining("DataFlow");
        assertThatThrownBy(() -> links("{'relationshipTypeName':'DataFlow','matchClassifications':{'conditions':[1]}}"))
                .hasMessageStartingWith("OPEN-METADATA-STORE-400-004");
    }

    @Test
    void relationshipsBetweenTwoElementsAreFoundInEitherDirection() {
        String flow = world.relate("DataFlow", alpha, beta, "");
        String mapping = world.relate("DataMapping", beta, alpha, "");
        world.relate("DataFlow", alpha, folder, "");
        assertThat(guids(relationships.between(
                        world.call, beta, alpha, Optional.empty(), json("{'sequencingOrder':'GUID'}"), 100)))
                .containsExactly(flow, mapping);
        assertThat(guids(relationships.between(
                        world.call, beta, alpha, Optional.of(new TypeName("DataFlow")), null, 100)))
                .containsExactly(flow);
        assertThatThrownBy(() -> relationships.between(world.call, beta, "nobody", Optional.empty(), null, 100))
                .hasMessageStartingWith("OMAG-REPOSITORY-HANDLER-404-007");
    }

    @Test
    void neighboursComeInTheSequenceOfTheirRelationships() {
        world.relate("DataFlow", alpha, beta, "");
        world.relate("DataFlow", alpha, folder, "");
        assertThat(neighbours("{'sequencingOrder':'CREATION_DATE_RECENT'}")).containsExactly("folder", "beta");
        assertThat(neighbours("{'sequencingOrder':'CREATION_DATE_OLDEST'}")).containsExactly("beta", "folder");
        assertThatThrownBy(() ->
                        neighbours("{'sequencingOrder':'PROPERTY_ASCENDING','sequencingProperty':'qualifiedName'}"))
                .hasMessageStartingWith("OPEN-METADATA-STORE-400-004");
        assertThatThrownBy(() -> neighbours("{'asOfTime':'2021-02-02T20:57:50.647+00:00'}"))
                .hasMessageStartingWith("OPEN-METADATA-STORE-400-004");
    }

    private static String properties(String criteria, String... conditions) {
        return "{'searchProperties':{'matchCriteria':'" + criteria + "','conditions':[" + String.join(",", conditions)
                + "]}}";
    }

    /** In the order of creation. */
    private List<String> found(String body) {
        JsonNode asked = json(
                body.contains("sequencingOrder")
                        ? body
                        : body.replaceFirst("}$", ",'sequencingOrder':'GUID'}").replace("{,", "{"));
        return names(api.findByConditions(world.call, asked, 100));
    }

    private List<String> neighbours(String body) {
        List<String> names = new ArrayList<>();
        api.related(world.call, alpha, Optional.empty(), 1, json(body), 100)
                .at("/relatedElementList/elementList")
                .forEach(one -> names.add(one.at("/element/elementProperties/propertiesAsStrings/qualifiedName")
                        .textValue()));
        return names;
    }

    private List<String> links(String body) {
        return guids(relationships.findByConditions(world.call, json(body), 100));
    }

    private static List<String> guids(JsonNode response) {
        List<String> guids = new ArrayList<>();
        response.at("/relationshipList/relationships")
                .forEach(link -> guids.add(link.get("relationshipGUID").textValue()));
        return guids;
    }

    private static List<String> names(JsonNode response) {
        List<String> names = new ArrayList<>();
        response.path("elements")
                .forEach(element -> names.add(element.at("/elementProperties/propertiesAsStrings/qualifiedName")
                        .textValue()));
        return names;
    }
}
