package io.openintegration.daemon.connectors.files.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Avro's types of one value in the words of open metadata. */
final class AvroTypes {

    private static final Map<String, DataType> PRIMITIVES = Map.of(
            "null", DataType.OBJECT,
            "boolean", DataType.BOOLEAN,
            "int", DataType.INT,
            "long", DataType.LONG,
            "float", DataType.FLOAT,
            "double", DataType.DOUBLE,
            "string", DataType.STRING);

    private AvroTypes() {}

    /** Empty where it is none of Avro's own names. */
    static Optional<Field> primitive(String name, String type) {
        if ("bytes".equals(type)) {
            return Optional.of(binary(name, type));
        }
        return Optional.ofNullable(PRIMITIVES.get(type))
                .map(known -> Field.of(name, FieldType.of(known)).nullable("null".equals(type)));
    }

    static Field binary(String name, String type) {
        return Field.of(name, FieldType.of(DataType.BYTE, type)).repeated().nullable(false);
    }

    /** A type with a meaning on top of it; one that is not known is shown as what it is stored as. */
    static Field logical(String name, JsonNode schema) {
        String type = schema.path("type").asText();
        String logical = schema.path("logicalType").asText();
        FieldType meaning =
                switch (logical) {
                    case "decimal", "big-decimal" -> FieldType.decimal(
                            schema.path("precision").asInt(),
                            schema.path("scale").asInt());
                    case "date",
                            "timestamp-millis",
                            "timestamp-micros",
                            "timestamp-nanos",
                            "local-timestamp-millis",
                            "local-timestamp-micros",
                            "local-timestamp-nanos" -> FieldType.of(DataType.DATE, logical);
                    case "uuid" -> FieldType.of(DataType.STRING, logical);
                    default -> null;
                };
        if (meaning != null) {
            return Field.of(name, meaning).nullable(false);
        }
        Field stored = primitive(name, type).orElseGet(() -> binary(name, type));
        return new Field(name, stored.type().called(logical), stored.list(), stored.nullable(), stored.fields());
    }
}
