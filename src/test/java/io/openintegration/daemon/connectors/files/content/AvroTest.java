package io.openintegration.daemon.connectors.files.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are written by Avro's own library. */
class AvroTest {

    private static final String VISIT =
            """
            {"type": "record", "name": "Visit", "namespace": "coco", "fields": [
              {"name": "id", "type": "long"},
              {"name": "name", "type": ["null", "string"]},
              {"name": "walks", "type": "boolean"},
              {"name": "born", "type": {"type": "int", "logicalType": "date"}},
              {"name": "seen", "type": {"type": "long", "logicalType": "timestamp-micros"}},
              {"name": "at", "type": {"type": "int", "logicalType": "time-millis"}},
              {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 10, "scale": 2}},
              {"name": "photo", "type": "bytes"},
              {"name": "mood", "type": {"type": "enum", "name": "Mood", "symbols": ["GOOD", "BAD"]}},
              {"name": "hash", "type": {"type": "fixed", "name": "Hash", "size": 16}},
              {"name": "home", "type": {"type": "record", "name": "Place", "fields": [
                {"name": "street", "type": "string"}]}},
              {"name": "work", "type": ["null", "Place"]},
              {"name": "tags", "type": {"type": "array", "items": "string"}},
              {"name": "steps", "type": {"type": "array", "items": {"type": "record", "name": "Step", "fields": [
                {"name": "n", "type": "int"}]}}},
              {"name": "grid", "type": {"type": "array", "items": {"type": "array", "items": "int"}}},
              {"name": "scores", "type": {"type": "map", "values": "double"}},
              {"name": "any", "type": ["int", "string"]}
            ]}
            """;

    private static byte[] file(String schema) throws IOException {
        Schema parsed = new Schema.Parser().parse(schema);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataFileWriter<Object> writer = new DataFileWriter<>(new GenericDatumWriter<>(parsed))) {
            writer.setCodec(CodecFactory.deflateCodec(6));
            writer.setMeta("writer.note", "before or after the schema");
            writer.create(parsed, bytes);
        }
        return bytes.toByteArray();
    }

    private static FileContent look(byte[] bytes) throws IOException {
        return Shown.look("a.avro", MemoryBytes.of(bytes));
    }

    /** A header of our own: a map of one entry, the schema, of which the length may be a lie. */
    private static byte[] header(long length, String schema) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {'O', 'b', 'j', 1});
        writeNumber(1, bytes);
        writeNumber("avro.schema".length(), bytes);
        bytes.writeBytes("avro.schema".getBytes(StandardCharsets.UTF_8));
        writeNumber(length, bytes);
        bytes.writeBytes(schema.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static void writeNumber(long number, ByteArrayOutputStream bytes) {
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    @Test
    void schemaIsReadFromTheHeader() throws IOException {
        FileContent content = look(file(VISIT));

        assertThat(Shown.kind(content)).isEqualTo("AvroFile");
        assertThat(content.problem()).isEmpty();
        assertThat(Shown.fields(content))
                .containsExactly(
                        "id: long",
                        "name: string?",
                        "walks: boolean",
                        "born: date/date",
                        "seen: date/timestamp-micros",
                        "at: int/time-millis",
                        "price: bigdecimal/decimal(10,2)",
                        "photo: byte/bytes*",
                        "mood: string/enum",
                        "hash: byte/fixed*",
                        "home: {street: string}",
                        "work: {street: string}?",
                        "tags: string*",
                        "steps: {n: int}*",
                        "grid: {element: int*}*",
                        "scores: map{key: string, value: double}",
                        "any: object/union");
    }

    @Test
    void avroIsRecognisedWhateverItsName() throws IOException {
        for (String name : new String[] {"a", "a.dat", "a.csv", "a.parquet"}) {
            FileContent content = Shown.look(name, MemoryBytes.of(file(VISIT)));

            assertThat(Shown.kind(content)).isEqualTo("AvroFile");
            assertThat(content.fields()).hasSize(17);
        }
    }

    @Test
    void typeThatContainsItselfIsShownOnce() throws IOException {
        String node =
                """
                {"type": "record", "name": "Node", "fields": [
                  {"name": "value", "type": "int"}, {"name": "next", "type": ["null", "Node"]}]}
                """;

        assertThat(Shown.fields(look(file(node)))).containsExactly("value: int", "next: {}?");
    }

    @Test
    void schemaOfOneValueHasNoColumns() throws IOException {
        FileContent content = look(file("\"string\""));

        assertThat(content.fields()).isEmpty();
        assertThat(content.problem()).isEmpty();
    }

    @Test
    void recordsThatDoubleAtEachLevelDoNoHarm() throws IOException {
        StringBuilder type = new StringBuilder("\"int\"");
        for (int level = 0; level < 30; level++) {
            type = new StringBuilder("{\"type\":\"record\",\"name\":\"R" + level
                    + "\",\"fields\":[{\"name\":\"a\",\"type\":"
                    + type + "},{\"name\":\"b\",\"type\":" + (level == 0 ? "\"int\"" : "\"R" + (level - 1) + "\"")
                    + "}]}");
        }

        FileContent content = Shown.look(
                "a.avro",
                MemoryBytes.of(file(type.toString())),
                new LookLimits(1024 * 1024, 1_000, 10_000, 100, Duration.ofSeconds(10), Long.MAX_VALUE));

        assertThat(content.problem()).contains(LookProblem.SCHEMA_TOO_LARGE);
    }

    @Test
    void nestingWithoutEndDoesNoHarm() throws IOException {
        String arrays = "{\"type\":\"array\",\"items\":".repeat(20_000);
        String types = "{\"type\":".repeat(900) + "\"int\"" + "}".repeat(900);
        String unions = "[".repeat(900) + "\"int\"" + "]".repeat(900);

        assertThat(look(header(arrays.length(), arrays)).problem()).contains(LookProblem.SCHEMA_MALFORMED);
        assertThat(look(header(types.length(), types)).fields()).isEmpty();
        assertThat(look(header(unions.length(), unions)).fields()).isEmpty();
    }

    @Test
    void nameThatStandsForItselfDoesNoHarm() throws IOException {
        String schema = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":"
                + "[\"int\",{\"type\":\"x\",\"name\":\"x\"}]},{\"name\":\"b\",\"type\":\"x\"}]}";

        assertThat(Shown.fields(look(header(schema.length(), schema))))
                .containsExactly("a: object/union", "b: object/x");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, 100})
    void headerThatLiesAboutItsLengthDoesNoHarm(long length) throws IOException {
        FileContent content = look(header(length, "\"int\""));

        assertThat(content.problem()).contains(LookProblem.SCHEMA_MALFORMED);
        assertThat(Shown.kind(content)).isEqualTo("AvroFile");
    }

    @Test
    void giantHeaderIsNotReadToItsEnd() throws IOException {
        String schema = " ".repeat(3_000_000) + "\"int\"";
        MemoryBytes bytes = MemoryBytes.of(header(schema.length(), schema));

        FileContent content = Shown.look("a.avro", bytes);

        assertThat(content.problem()).contains(LookProblem.SCHEMA_TOO_LARGE);
        assertThat(bytes.bytesRead()).isEqualTo(LookLimits.DEFAULT.bytes());
    }

    @Test
    void headerLongerThanTheFirstLookIsReadToItsEnd() throws IOException {
        String schema = "{\"type\":\"record\",\"name\":\"R\",\"doc\":\"" + "x".repeat(200_000)
                + "\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}";

        assertThat(Shown.fields(look(file(schema)))).containsExactly("a: int");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "7", "{\"type\": {}}", "{\"type\":\"record\"}"})
    void schemaThatIsNoneIsNoTrouble(String schema) throws IOException {
        assertThat(look(header(schema.length(), schema)).fields()).isEmpty();
    }

    @Test
    void textNamedAvroIsAProblem() throws IOException {
        assertThat(Shown.look("a.avro", "just text").problem()).contains(LookProblem.SCHEMA_MALFORMED);
        assertThat(look(new byte[] {1, 0, 2}).problem()).contains(LookProblem.SCHEMA_MALFORMED);
    }
}
