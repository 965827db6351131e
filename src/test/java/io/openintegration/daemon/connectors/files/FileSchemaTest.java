package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.connectors.files.content.DataType;
import io.openintegration.daemon.connectors.files.content.Field;
import io.openintegration.daemon.connectors.files.content.FieldType;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.PartDescription;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileSchemaTest {

    private static final TypeName TYPE = new TypeName("TypeEmbeddedAttribute");
    private static final FieldType STRING =
            new FieldType(FieldType.Structure.PRIMITIVE, DataType.STRING, Optional.empty(), Optional.empty());
    private static final FieldType STRUCT =
            new FieldType(FieldType.Structure.STRUCT, DataType.OBJECT, Optional.of("place"), Optional.empty());
    private static final FieldType MAP =
            new FieldType(FieldType.Structure.MAP, DataType.OBJECT, Optional.empty(), Optional.empty());
    private static final QualifiedName FILE = new QualifiedName("host::/data/a.csv");

    private static List<PartDescription> columns(String... header) {
        return schema(header).parts();
    }

    private static PartDescription schema(String... names) {
        return FileSchema.of(FILE, "a.csv", texts(names)).get(0);
    }

    private static List<Field> texts(String... names) {
        return Stream.of(names).map(name -> field(name, STRING)).toList();
    }

    private static Field field(String name, FieldType type, Field... fields) {
        return new Field(name, type, false, Optional.empty(), List.of(fields));
    }

    private static List<String> labels(String... header) {
        return columns(header).stream()
                .map(column -> column.properties().text("displayName").orElseThrow())
                .toList();
    }

    @Test
    void schemaHangsOnTheFileAndColumnsOnTheSchema() {
        PartDescription schema = schema("patient", "left");

        assertThat(schema.type()).isEqualTo(new TypeName("TabularSchemaType"));
        assertThat(schema.link().relationshipType()).isEqualTo(new TypeName("Schema"));
        PartDescription second = schema.parts().get(1);
        assertThat(second.type()).isEqualTo(new TypeName("TabularFileColumn"));
        assertThat(second.qualifiedName().value()).isEqualTo("TabularFileColumn::host::/data/a.csv::left");
        assertThat(second.link().relationshipType()).isEqualTo(new TypeName("AttributeForSchema"));
        assertThat(second.link().properties().get("position")).contains(new PropertyValue.IntNumber(1));
        assertThat(second.classifications())
                .containsEntry(
                        new TypeName("TypeEmbeddedAttribute"),
                        ElementProperties.builder()
                                .text("schemaTypeName", "PrimitiveSchemaType")
                                .text("dataType", "string")
                                .build());
    }

    @Test
    void noColumnsNoSchema() {
        assertThat(FileSchema.of(FILE, "a.csv", List.of())).isEmpty();
    }

    @Test
    void emptyAndRepeatedNamesAreMadeUniqueByPosition() {
        assertThat(labels("a", "", "a", " ", " a ")).containsExactly("a", "column [1]", "a [2]", "column [3]", "a [4]");
    }

    @Test
    void namesMadeUniqueDoNotMeetOthers() {
        assertThat(labels("a", "a", "a [1]")).doesNotHaveDuplicates().contains("a", "a [1]");
    }

    @Test
    void columnNamesCannotImitateThoseOfOtherFiles() {
        String name = columns("x::y").get(0).qualifiedName().value();

        assertThat(name).isEqualTo("TabularFileColumn::host::/data/a.csv::x%3A%3Ay");
    }

    @Test
    void fieldsOfARecordHangOnIt() {
        Field home = field("home:town", STRUCT, field("street", STRING), field("street", STRING));

        PartDescription column =
                FileSchema.of(FILE, "a", List.of(home)).get(0).parts().get(0);

        assertThat(column.type()).isEqualTo(new TypeName("TabularFileColumn"));
        assertThat(column.classifications().get(TYPE).text("schemaTypeName")).contains("StructSchemaType");
        assertThat(column.classifications().get(TYPE).get("dataType")).isEmpty();
        assertThat(column.properties().text("nativeClass")).contains("place");
        PartDescription nested = column.parts().get(1);
        assertThat(nested.type()).isEqualTo(new TypeName("SchemaAttribute"));
        assertThat(nested.link().relationshipType()).isEqualTo(new TypeName("NestedSchemaAttribute"));
        assertThat(nested.link().properties().get("position")).contains(new PropertyValue.IntNumber(1));
        assertThat(nested.qualifiedName().value())
                .isEqualTo("SchemaAttribute::host::/data/a.csv::home%3Atown::street [1]");
    }

    @Test
    void listsHaveNoUpperCardinality() {
        Field list = new Field("tags", STRING, true, Optional.of(true), List.of());

        PartDescription column =
                FileSchema.of(FILE, "a", List.of(list)).get(0).parts().get(0);

        assertThat(column.link().properties().get("minCardinality")).contains(new PropertyValue.IntNumber(0));
        assertThat(column.link().properties().get("maxCardinality")).contains(new PropertyValue.IntNumber(-1));
        assertThat(column.properties().get("isNullable")).contains(new PropertyValue.Flag(true));
        assertThat(column.classifications().get(TYPE).text("dataType")).contains("string");
    }

    @Test
    void mapsHaveKeyAndValue() {
        Field map = field("scores", MAP, field("key", STRING), field("value", STRING));

        PartDescription column =
                FileSchema.of(FILE, "a", List.of(map)).get(0).parts().get(0);

        assertThat(column.classifications().get(TYPE).text("schemaTypeName")).contains("MapSchemaType");
        assertThat(column.parts())
                .extracting(part -> part.properties().text("displayName").orElseThrow())
                .containsExactly("key", "value");
    }

    @Test
    void everythingThatIsSaidOfAFieldIsKnownToOpenMetadata() {
        Field decimal = new Field(
                "price",
                new FieldType(
                        FieldType.Structure.PRIMITIVE,
                        DataType.BIGDECIMAL,
                        Optional.of("decimal(9,2)"),
                        Optional.of(9)),
                true,
                Optional.of(false),
                List.of());

        PartDescription column =
                FileSchema.of(FILE, "a", List.of(decimal)).get(0).parts().get(0);

        assertThat(column.properties().get("precision")).contains(new PropertyValue.IntNumber(9));
        assertThat(column.properties().text("nativeClass")).contains("decimal(9,2)");
        assertThat(column.classifications().get(TYPE).text("dataType")).contains("bigdecimal");
    }
}
