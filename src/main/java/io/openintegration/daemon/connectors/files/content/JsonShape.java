package io.openintegration.daemon.connectors.files.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the JSON values in one place of a sample have in common. */
final class JsonShape {

    private boolean nulls;
    private Optional<DataType> scalar = Optional.empty();
    private Optional<JsonShape> element = Optional.empty();
    private boolean object;
    private int objects;
    private int timesSeen;
    private final Map<String, JsonShape> members = new LinkedHashMap<>();

    void isNull() {
        nulls = true;
    }

    void is(DataType type) {
        scalar = Optional.of(scalar.map(known -> common(known, type)).orElse(type));
    }

    /** Its member of that name, of one more object. */
    JsonShape member(String name) {
        JsonShape member = members.computeIfAbsent(name, unseen -> new JsonShape());
        member.timesSeen++;
        return member;
    }

    void isObject() {
        object = true;
    }

    /** An object was seen to its end: what it did not have may be missing. */
    void endsObject() {
        objects++;
    }

    JsonShape element() {
        element = element.or(() -> Optional.of(new JsonShape()));
        return element.get();
    }

    /** Numbers have the wider of their types in common. */
    private static DataType common(DataType one, DataType other) {
        if (one == other) {
            return one;
        }
        return isNumber(one) && isNumber(other) ? (one.compareTo(other) > 0 ? one : other) : DataType.OBJECT;
    }

    private static boolean isNumber(DataType type) {
        return type == DataType.INT || type == DataType.LONG || type == DataType.BIGINTEGER || type == DataType.DOUBLE;
    }

    /**
     * The members, each as a field.
     *
     * @param level of the fields, the columns being level 1
     */
    List<Field> fields(int level, FieldBudget budget) throws NoSchemaException {
        if (!budget.reaches(level)) {
            return List.of();
        }
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonShape> member : members.entrySet()) {
            budget.take();
            JsonShape shape = member.getValue();
            Field field = shape.field(member.getKey(), level, budget);
            fields.add(shape.nulls || shape.timesSeen < objects ? field.nullable(true) : field);
        }
        return fields;
    }

    private Field field(String name, int level, FieldBudget budget) throws NoSchemaException {
        int kinds = (scalar.isPresent() ? 1 : 0) + (element.isPresent() ? 1 : 0) + (object ? 1 : 0);
        if (kinds != 1) {
            return Field.of(name, FieldType.of(DataType.OBJECT));
        }
        if (object) {
            return new Field(name, FieldType.STRUCT, false, Optional.empty(), fields(level + 1, budget));
        }
        if (scalar.isPresent()) {
            return Field.of(name, FieldType.of(scalar.get()));
        }
        return element.orElseThrow().list(name, level, budget);
    }

    private Field list(String name, int level, FieldBudget budget) throws NoSchemaException {
        if (element.isPresent() && !budget.reaches(level + 1)) {
            return Field.of(name, FieldType.of(DataType.OBJECT)).repeated();
        }
        // Only a list of lists goes down a level here; the fields of a list of objects are the list's own.
        return field(name, element.isPresent() ? level + 1 : level, budget).repeated();
    }
}
