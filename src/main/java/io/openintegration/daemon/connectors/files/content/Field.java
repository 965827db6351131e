package io.openintegration.daemon.connectors.files.content;

import java.util.List;
import java.util.Optional;

/**
 * A column, or a field nested in one.
 *
 * @param name as it stands in the file; may be empty or repeated
 * @param list whether it holds any number of values of its type
 * @param nullable whether it may be without a value; empty where the format does not tell
 * @param fields of a record; {@code key} and {@code value} of a map; the {@code element} of a list of lists
 */
public record Field(String name, FieldType type, boolean list, Optional<Boolean> nullable, List<Field> fields) {

    public Field {
        fields = List.copyOf(fields);
    }

    static Field of(String name, FieldType type) {
        return new Field(name, type, false, Optional.empty(), List.of());
    }

    Field named(String other) {
        return new Field(other, type, list, nullable, fields);
    }

    Field nullable(boolean may) {
        return new Field(name, type, list, Optional.of(may), fields);
    }

    /** A list of these. A list of lists holds the inner one as its field. */
    Field repeated() {
        return list
                ? new Field(name, FieldType.STRUCT, true, Optional.empty(), List.of(named("element")))
                : new Field(name, type, true, Optional.empty(), fields);
    }
}
