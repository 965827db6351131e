package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.PartDescription;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvSchemaTest {

    private static final QualifiedName FILE = new QualifiedName("host::/data/a.csv");

    private static List<PartDescription> columns(String... header) {
        return CsvSchema.of(FILE, "a.csv", List.of(header)).get(0).parts();
    }

    private static List<String> labels(String... header) {
        return columns(header).stream()
                .map(column -> column.properties().text("displayName").orElseThrow())
                .toList();
    }

    @Test
    void schemaHangsOnTheFileAndColumnsOnTheSchema() {
        PartDescription schema =
                CsvSchema.of(FILE, "a.csv", List.of("patient", "left")).get(0);

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
        assertThat(CsvSchema.of(FILE, "a.csv", List.of())).isEmpty();
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
}
