package io.openintegration.daemon.connectors.files.content;

import java.util.Optional;

/**
 * Type of a field.
 *
 * @param dataType of the one value that it has; ignored for records and maps
 * @param nativeType what the format calls it, where that says more
 * @param precision digits of a decimal number, where the format limits them
 */
public record FieldType(
        Structure structure, DataType dataType, Optional<String> nativeType, Optional<Integer> precision) {

    /** What a field is made of. */
    public enum Structure {
        /** One value. */
        PRIMITIVE,
        /** Fields of their own. */
        STRUCT,
        /** A field {@code key} and a field {@code value}. */
        MAP
    }

    static final FieldType STRUCT =
            new FieldType(Structure.STRUCT, DataType.OBJECT, Optional.empty(), Optional.empty());
    static final FieldType MAP = new FieldType(Structure.MAP, DataType.OBJECT, Optional.empty(), Optional.empty());

    static FieldType of(DataType dataType) {
        return new FieldType(Structure.PRIMITIVE, dataType, Optional.empty(), Optional.empty());
    }

    static FieldType of(DataType dataType, String nativeType) {
        return new FieldType(Structure.PRIMITIVE, dataType, Optional.of(nativeType), Optional.empty());
    }

    static FieldType decimal(int precision, int scale) {
        return new FieldType(
                Structure.PRIMITIVE,
                DataType.BIGDECIMAL,
                Optional.of("decimal(" + precision + "," + scale + ")"),
                Optional.of(precision));
    }

    FieldType called(String nativeName) {
        return new FieldType(structure, dataType, Optional.of(nativeName), precision);
    }
}
