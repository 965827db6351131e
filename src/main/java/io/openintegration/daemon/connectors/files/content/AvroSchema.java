package io.openintegration.daemon.connectors.files.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the fields of an Avro schema. A type that contains itself is shown once, and not again within itself. */
final class AvroSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> NAMED = Set.of("record", "error", "enum", "fixed");

    private final FieldBudget budget;
    private final Map<String, JsonNode> named = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    private AvroSchema(FieldBudget budget) {
        this.budget = budget;
    }

    /** The fields of the record that the schema describes; none where it describes something else. */
    static List<Field> fields(String schema, FieldBudget budget) throws NoSchemaException {
        try {
            return new AvroSchema(budget)
                    .field("", JSON.readTree(schema), "", 0)
                    .fields();
        } catch (JsonProcessingException none) {
            throw new NoSchemaException(LookProblem.SCHEMA_MALFORMED, none);
        }
    }

    /**
     * @param level of the field, the columns being level 1
     * @param space the namespace around it, in which short names are looked up
     */
    private Field field(String name, JsonNode schema, String space, int level) throws NoSchemaException {
        if (schema.isArray()) {
            return union(name, schema, space, level);
        }
        if (schema.isTextual()) {
            return byName(name, schema.textValue(), space, level);
        }
        JsonNode type = schema.path("type");
        if (!type.isTextual()) {
            if (type.isMissingNode()) {
                throw new NoSchemaException(LookProblem.SCHEMA_MALFORMED);
            }
            return field(name, type, space, level);
        }
        return switch (type.textValue()) {
            case "record", "error" -> record(name, schema, space, level);
            case "array" -> list(name, schema.path("items"), space, level);
            case "map" -> map(name, schema.path("values"), space, level);
            case "enum" -> remembered(name, schema, space, FieldType.of(DataType.STRING, "enum"));
            case "fixed" -> fixed(name, schema, space);
            default -> schema.has("logicalType")
                    ? AvroTypes.logical(name, schema)
                    : byName(name, type.textValue(), space, level);
        };
    }

    /** Of nothing and one type: that type, and it may be missing. Of several: anything. */
    private Field union(String name, JsonNode branches, String space, int level) throws NoSchemaException {
        List<JsonNode> types = new ArrayList<>();
        for (JsonNode branch : branches) {
            if (!"null".equals(branch.textValue())) {
                types.add(branch);
            }
        }
        boolean nullable = types.size() < branches.size();
        if (types.size() == 1) {
            return field(name, types.get(0), space, level).nullable(nullable);
        }
        // Other fields may refer to the types that are named there.
        types.stream().filter(AvroSchema::isNamed).forEach(type -> remember(type, space));
        return Field.of(name, FieldType.of(DataType.OBJECT, "union")).nullable(nullable);
    }

    private Field byName(String name, String type, String space, int level) throws NoSchemaException {
        Optional<Field> primitive = AvroTypes.primitive(name, type);
        if (primitive.isPresent()) {
            return primitive.get();
        }
        String full = named.containsKey(fullName(type, space)) ? fullName(type, space) : type;
        JsonNode known = named.get(full);
        if (known == null) {
            // Defined in a place that was not looked at: within a union, or too deep.
            return Field.of(name, FieldType.of(DataType.OBJECT, type));
        }
        if (open.contains(full)) {
            return new Field(name, FieldType.STRUCT.called(type), false, Optional.of(false), List.of());
        }
        return field(name, known, space, level);
    }

    private Field record(String name, JsonNode schema, String space, int level) throws NoSchemaException {
        String full = remember(schema, space);
        FieldType type = FieldType.STRUCT.called(full);
        if (!budget.reaches(level + 1)) {
            return new Field(name, type, false, Optional.of(false), List.of());
        }
        open.add(full);
        List<Field> fields = new ArrayList<>();
        String within = full.contains(".") ? full.substring(0, full.lastIndexOf('.')) : "";
        for (JsonNode field : schema.path("fields")) {
            budget.take();
            fields.add(field(field.path("name").asText(), field.path("type"), within, level + 1));
        }
        open.remove(full);
        return new Field(name, type, false, Optional.of(false), fields);
    }

    private Field list(String name, JsonNode items, String space, int level) throws NoSchemaException {
        // Lists in lists without end would be deeper than Java's stack.
        if (!budget.reaches(level + 1)) {
            return Field.of(name, FieldType.of(DataType.OBJECT)).repeated();
        }
        boolean ofLists = "array".equals(items.path("type").textValue());
        Field list = field(name, items, space, ofLists ? level + 1 : level).repeated();
        return list.nullable(false);
    }

    private Field map(String name, JsonNode values, String space, int level) throws NoSchemaException {
        if (!budget.reaches(level + 1)) {
            return new Field(name, FieldType.MAP, false, Optional.of(false), List.of());
        }
        budget.take();
        budget.take();
        Field key = Field.of("key", FieldType.of(DataType.STRING)).nullable(false);
        return new Field(
                name, FieldType.MAP, false, Optional.of(false), List.of(key, field("value", values, space, level + 1)));
    }

    private Field fixed(String name, JsonNode schema, String space) {
        remember(schema, space);
        return schema.has("logicalType") ? AvroTypes.logical(name, schema) : AvroTypes.binary(name, "fixed");
    }

    private Field remembered(String name, JsonNode schema, String space, FieldType type) {
        remember(schema, space);
        return Field.of(name, type).nullable(false);
    }

    /** Notes a type that has a name, and returns that name with its namespace. */
    private String remember(JsonNode schema, String space) {
        String name = schema.path("name").asText();
        String full = name.contains(".")
                ? name
                : fullName(name, schema.path("namespace").asText(space));
        named.putIfAbsent(full, schema);
        return full;
    }

    private static boolean isNamed(JsonNode schema) {
        return NAMED.contains(schema.path("type").asText());
    }

    private static String fullName(String name, String space) {
        return space.isEmpty() || name.contains(".") ? name : space + "." + name;
    }
}
