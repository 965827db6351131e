package io.openintegration.daemon.connectors.files.content;

import java.util.Map;
import java.util.Optional;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;

/** Parquet's types of one value in the words of open metadata: the logical type, its predecessor, then how it is stored. */
final class ParquetTypes {

    private static final Map<ConvertedType, FieldType> CONVERTED = Map.ofEntries(
            Map.entry(ConvertedType.UTF8, FieldType.of(DataType.STRING)),
            Map.entry(ConvertedType.ENUM, FieldType.of(DataType.STRING, "enum")),
            Map.entry(ConvertedType.JSON, FieldType.of(DataType.STRING, "json")),
            Map.entry(ConvertedType.DATE, FieldType.of(DataType.DATE, "date")),
            Map.entry(ConvertedType.TIMESTAMP_MILLIS, FieldType.of(DataType.DATE, "timestamp")),
            Map.entry(ConvertedType.TIMESTAMP_MICROS, FieldType.of(DataType.DATE, "timestamp")),
            Map.entry(ConvertedType.TIME_MILLIS, FieldType.of(DataType.INT, "time")),
            Map.entry(ConvertedType.TIME_MICROS, FieldType.of(DataType.LONG, "time")),
            Map.entry(ConvertedType.INT_8, FieldType.of(DataType.BYTE)),
            Map.entry(ConvertedType.INT_16, FieldType.of(DataType.SHORT)),
            Map.entry(ConvertedType.INT_32, FieldType.of(DataType.INT)),
            Map.entry(ConvertedType.INT_64, FieldType.of(DataType.LONG)),
            Map.entry(ConvertedType.UINT_8, FieldType.of(DataType.SHORT, "uint8")),
            Map.entry(ConvertedType.UINT_16, FieldType.of(DataType.INT, "uint16")),
            Map.entry(ConvertedType.UINT_32, FieldType.of(DataType.LONG, "uint32")),
            Map.entry(ConvertedType.UINT_64, FieldType.of(DataType.BIGINTEGER, "uint64")));

    private static final Map<Type, FieldType> STORED = Map.of(
            Type.BOOLEAN, FieldType.of(DataType.BOOLEAN),
            Type.INT32, FieldType.of(DataType.INT),
            Type.INT64, FieldType.of(DataType.LONG),
            Type.INT96, FieldType.of(DataType.DATE, "timestamp"),
            Type.FLOAT, FieldType.of(DataType.FLOAT),
            Type.DOUBLE, FieldType.of(DataType.DOUBLE));

    private ParquetTypes() {}

    static Field field(SchemaElement element) {
        Optional<FieldType> type = (element.isSetLogicalType()
                        ? logical(element.getLogicalType())
                        : Optional.<FieldType>empty())
                .or(() -> converted(element))
                .or(() -> Optional.ofNullable(element.getType()).map(STORED::get));
        return type.map(known -> Field.of(element.getName(), known))
                .orElseGet(() -> Field.of(element.getName(), FieldType.of(DataType.BYTE, "binary"))
                        .repeated());
    }

    private static Optional<FieldType> converted(SchemaElement element) {
        return element.getConverted_type() == ConvertedType.DECIMAL
                ? Optional.of(FieldType.decimal(element.getPrecision(), element.getScale()))
                : Optional.ofNullable(element.getConverted_type()).map(CONVERTED::get);
    }

    /** Those that have no predecessor, or say more than it. */
    private static Optional<FieldType> logical(LogicalType type) {
        if (type.isSetDECIMAL()) {
            return Optional.of(FieldType.decimal(
                    type.getDECIMAL().getPrecision(), type.getDECIMAL().getScale()));
        }
        if (type.isSetTIMESTAMP()) {
            boolean utc = type.getTIMESTAMP().isIsAdjustedToUTC();
            return Optional.of(FieldType.of(DataType.DATE, utc ? "timestamp" : "local timestamp"));
        }
        if (type.isSetUUID()) {
            return Optional.of(FieldType.of(DataType.STRING, "uuid"));
        }
        if (type.isSetFLOAT16()) {
            return Optional.of(FieldType.of(DataType.FLOAT, "float16"));
        }
        return successor(type).map(CONVERTED::get);
    }

    /** Writers may leave the predecessor away. */
    private static Optional<ConvertedType> successor(LogicalType type) {
        if (type.isSetSTRING()) {
            return Optional.of(ConvertedType.UTF8);
        }
        if (type.isSetENUM()) {
            return Optional.of(ConvertedType.ENUM);
        }
        if (type.isSetJSON()) {
            return Optional.of(ConvertedType.JSON);
        }
        if (type.isSetDATE()) {
            return Optional.of(ConvertedType.DATE);
        }
        if (type.isSetTIME()) {
            return Optional.of(
                    type.getTIME().getUnit().isSetMILLIS() ? ConvertedType.TIME_MILLIS : ConvertedType.TIME_MICROS);
        }
        return type.isSetINTEGER() ? integer(type) : Optional.empty();
    }

    private static Optional<ConvertedType> integer(LogicalType type) {
        String name = (type.getINTEGER().isIsSigned() ? "INT_" : "UINT_")
                + type.getINTEGER().getBitWidth();
        return CONVERTED.keySet().stream()
                .filter(known -> known.name().equals(name))
                .findFirst();
    }
}
