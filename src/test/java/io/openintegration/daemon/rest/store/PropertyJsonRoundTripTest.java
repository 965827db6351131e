package io.openintegration.daemon.rest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.PropertyValue;
import java.time.Instant;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent is read back as what it was; what could only be guessed or lost is refused. */
class PropertyJsonRoundTripTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final PropertyReader READER = new PropertyReader("test");

    @Property(tries = 1_000)
    void everyValueIsReadAsItWasWritten(@ForAll("properties") ElementProperties properties) {
        JsonNode onTheWire = json(PropertyJson.of(properties).toString());

        assertThat(READER.properties(onTheWire, "properties")).isEqualTo(properties);
    }

    @Property(tries = 500)
    void typeNameOrCategoryAloneIsEnough(@ForAll("values") PropertyValue value, @ForAll boolean category) {
        JsonNode written =
                json(PropertyJson.of(ElementProperties.builder().put("p", value).build())
                        .toString());
        JsonNode one = written.get("propertyValueMap").get("p");
        if (one.has("primitiveTypeCategory")) {
            ((ObjectNode) one).remove(category ? "typeName" : "primitiveTypeCategory");
        }

        assertThat(READER.value(one, "p")).isEqualTo(value);
    }

    @Provide
    Arbitrary<ElementProperties> properties() {
        return Arbitraries.maps(texts().filter(name -> !name.isEmpty()), values())
                .ofMaxSize(8)
                .map(values -> new ElementProperties(new TreeMap<>(values)));
    }

    @Provide
    Arbitrary<PropertyValue> values() {
        return Arbitraries.oneOf(
                texts().map(PropertyValue.Text::new),
                Arbitraries.integers().map(PropertyValue.IntNumber::new),
                Arbitraries.longs().map(PropertyValue.LongNumber::new),
                Arbitraries.oneOf(
                                Arbitraries.doubles(),
                                Arbitraries.of(
                                        Double.NaN,
                                        Double.POSITIVE_INFINITY,
                                        Double.NEGATIVE_INFINITY,
                                        Double.MIN_VALUE,
                                        Double.MAX_VALUE,
                                        -0.0,
                                        3.0))
                        .map(PropertyValue.DecimalNumber::new),
                Arbitraries.of(true, false).map(PropertyValue.Flag::new),
                Arbitraries.longs()
                        .between(-100_000_000_000_000L, 100_000_000_000_000L)
                        .map(millis -> new PropertyValue.Date(Instant.ofEpochMilli(millis))),
                texts().filter(name -> !name.isBlank()).map(name -> new PropertyValue.Choice("ContentStatus", name)),
                texts().list().ofMaxSize(12).map(PropertyValue.TextList::new),
                Arbitraries.maps(texts(), texts()).ofMaxSize(5).map(PropertyValue.TextMap::new));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.of(
                        "", " ", "\u0000", "\"quoted\"", "a\\b", "日本", "\uD83D\uDE00", "line\nfeed", "10", "{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // no class, unknown class
                "{'typeName':'string','primitiveValue':'x'}|OPEN-METADATA-STORE-400-003",
                "{'class':'StructTypePropertyValue'}|OPEN-METADATA-STORE-400-003",
                "'text'|OPEN-METADATA-STORE-400-003",
                // no type, two types, a type that is not in use
                "{'class':'PrimitiveTypePropertyValue','primitiveValue':'x'}|OPEN-METADATA-STORE-400-003",
                "{'class':'PrimitiveTypePropertyValue','typeName':'int','primitiveTypeCategory':'OM_PRIMITIVE_TYPE_LONG','primitiveValue':1}|OPEN-METADATA-STORE-400-003",
                "{'class':'PrimitiveTypePropertyValue','typeName':'byte','primitiveValue':1}|OPEN-METADATA-STORE-400-003",
                // no value
                "{'class':'PrimitiveTypePropertyValue','typeName':'string'}|OMAG-COMMON-400-015",
                "{'class':'PrimitiveTypePropertyValue','typeName':'string','primitiveValue':null}|OMAG-COMMON-400-015",
                // values of another kind
                "{'class':'PrimitiveTypePropertyValue','typeName':'string','primitiveValue':1}|OPEN-METADATA-STORE-400-003",
                "{'class':'PrimitiveTypePropertyValue','typeName':'date','primitiveValue':'2021-02-02'}|OPEN-METADATA-STORE-400-003",
                "{'class':'PrimitiveTypePropertyValue','typeName':'int','primitiveValue':'1'}|OPEN-METADATA-STORE-400-003",
                "{'class':'PrimitiveTypePropertyValue','typeName':'int','primitiveValue':1.5}|OPEN-METADATA-STORE-400-003",
                "{'class':'PrimitiveTypePropertyValue','typeName':'int','primitiveValue':3000000000}|OPEN-METADATA-STORE-400-003",
                "{'class':'PrimitiveTypePropertyValue','typeName':'long','primitiveValue':99999999999999999999}|OPEN-METADATA-STORE-400-003",
                "{'class':'PrimitiveTypePropertyValue','typeName':'boolean','primitiveValue':'true'}|OPEN-METADATA-STORE-400-003",
                "{'class':'PrimitiveTypePropertyValue','typeName':'double','primitiveValue':'much'}|OPEN-METADATA-STORE-400-003",
                // enumerations by name alone
                "{'class':'EnumTypePropertyValue','typeName':'ContentStatus','ordinal':1}|OMAG-COMMON-400-006",
                "{'class':'EnumTypePropertyValue','symbolicName':'ACTIVE'}|OMAG-COMMON-400-006",
                // arrays with a gap, or of other values; plain maps
                "{'class':'ArrayTypePropertyValue','arrayValues':{'propertyValueMap':{'1':{'class':'PrimitiveTypePropertyValue','typeName':'string','primitiveValue':'x'}}}}|OPEN-METADATA-STORE-400-003",
                "{'class':'ArrayTypePropertyValue','arrayValues':{'propertyValueMap':{'0':{'class':'PrimitiveTypePropertyValue','typeName':'int','primitiveValue':1}}}}|OPEN-METADATA-STORE-400-003",
                "{'class':'MapTypePropertyValue','mapValues':{'a':'b'}}|OPEN-METADATA-STORE-400-003",
                "{'class':'MapTypePropertyValue','mapValues':{'propertyValueMap':[]}}|OPEN-METADATA-STORE-400-003"
            })
    void whatCouldOnlyBeGuessedOrLostIsRefused(String value, String messageId) {
        assertThatThrownBy(() -> READER.value(json(value.replace('\'', '"')), "p"))
                .hasMessageStartingWith(messageId)
                .hasMessageContaining("p");
    }

    @Test
    void propertiesMayBeAbsentOrNull() {
        assertThat(READER.properties(null, "properties").isEmpty()).isTrue();
        assertThat(READER.properties(json("null"), "properties").isEmpty()).isTrue();
        assertThat(READER.properties(json("{}"), "properties").isEmpty()).isTrue();
        assertThat(READER.properties(json("{\"class\":\"NewElementProperties\"}"), "properties")
                        .isEmpty())
                .isTrue();
        assertThat(READER.properties(json("{\"propertyValueMap\":{\"a\":null}}"), "properties")
                        .isEmpty())
                .isTrue();
        assertThatThrownBy(() -> READER.properties(json("{\"description\":\"lost\"}"), "properties"))
                .hasMessageStartingWith("OPEN-METADATA-STORE-400-003");
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
