package io.openintegration.daemon.connectors.files.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetTest {

    private static byte[] sample(String name) throws IOException {
        try (InputStream bytes = ParquetTest.class.getResourceAsStream(name)) {
            return bytes.readAllBytes();
        }
    }

    private static FileContent look(byte[] bytes) throws IOException {
        return Shown.look("a.parquet", MemoryBytes.of(bytes));
    }

    private static SchemaElement element(String name, int children) {
        SchemaElement element = new SchemaElement(name).setRepetition_type(FieldRepetitionType.REQUIRED);
        return children == 0 ? element.setType(Type.INT32) : element.setNum_children(children);
    }

    private static byte[] footer(List<SchemaElement> elements) throws IOException {
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        Util.writeFileMetaData(new FileMetaData(1, elements, 0, List.of()), footer);
        return footer.toByteArray();
    }

    /** A file without any rows. */
    private static byte[] file(byte[] footer, int length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(footer);
        bytes.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .array());
        bytes.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static byte[] file(SchemaElement... elements) throws IOException {
        byte[] footer = footer(List.of(elements));
        return file(footer, footer.length);
    }

    @Test
    void schemaIsReadFromTheFooter() throws IOException {
        FileContent content = look(sample("visits-parquet-java.parquet"));

        assertThat(Shown.kind(content)).isEqualTo("ParquetFile");
        assertThat(content.problem()).isEmpty();
        assertThat(Shown.fields(content))
                .containsExactly(
                        "id: long",
                        "name: string?",
                        "walks: boolean",
                        "age: byte?",
                        "born: date/date?",
                        "seen: date/timestamp?",
                        "old_seen: date/timestamp?",
                        "price: bigdecimal/decimal(10,2)?",
                        "left: float?",
                        "right: double?",
                        "photo: byte/binary*?",
                        "counter: biginteger/uint64?",
                        "key: string/uuid?",
                        "home: {street: string, geo: {lat: double, lon: double}?}?",
                        "tags: string*?",
                        "steps: {n: int}*?",
                        "grid: {element: int*}*?",
                        "scores: map{key: string, value: double?}?",
                        "plain: int*",
                        "old_list: int*?");
    }

    @Test
    void filesOfAnotherWriterAreReadTheSame() throws IOException {
        assertThat(Shown.fields(look(sample("visits-duckdb.parquet"))))
                .containsExactly(
                        "id: long?",
                        "name: string?",
                        "born: date/date?",
                        "seen: date/local timestamp?",
                        "price: bigdecimal/decimal(10,2)?",
                        "home: {street: string?, number: int?}?",
                        "tags: string*?",
                        "scores: map{key: string, value: bigdecimal/decimal(2,1)?}?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.dat", "a.csv", "a.avro"})
    void parquetIsRecognisedWhateverItsName(String name) throws IOException {
        assertThat(Shown.kind(Shown.look(name, MemoryBytes.of(sample("visits-duckdb.parquet")))))
                .isEqualTo("ParquetFile");
    }

    @Test
    void ofALargeFileOnlyBeginningAndEndAreRead() throws IOException {
        byte[] sample = sample("visits-duckdb.parquet");
        byte[] large = Arrays.copyOf("PAR1".getBytes(StandardCharsets.US_ASCII), 10_000_000);
        System.arraycopy(sample, 4, large, large.length - sample.length + 4, sample.length - 4);
        MemoryBytes bytes = MemoryBytes.of(large);

        FileContent content = Shown.look("a.parquet", bytes);

        assertThat(content.fields()).hasSize(8);
        assertThat(bytes.timesOpened()).isEqualTo(2);
        assertThat(bytes.bytesRead()).isEqualTo(2 * LookedAt.FIRST_LOOK);
        assertThat(bytes.isOpen()).isFalse();
    }

    @Test
    void footerLargerThanAllowedIsReadAsFarAsAllowed() throws IOException {
        SchemaElement[] elements = Stream.concat(
                        Stream.of(element("root", 9_000)),
                        IntStream.range(0, 9_000).mapToObj(i -> element("c".repeat(200) + i, 0)))
                .toArray(SchemaElement[]::new);

        FileContent tooLarge = look(file(elements));
        FileContent fits = look(file(Arrays.stream(elements)
                .map(element -> element.getNum_children() > 0 ? element("root", 4_000) : element)
                .limit(4_001)
                .toArray(SchemaElement[]::new)));

        assertThat(tooLarge.problem()).contains(LookProblem.SCHEMA_TOO_LARGE);
        assertThat(fits.fields()).hasSize(4_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1_000, 1})
    void footerThatLiesAboutItsLengthDoesNoHarm(int length) throws IOException {
        byte[] footer = footer(List.of(element("root", 1), element("a", 0)));

        FileContent content = look(file(footer, length));

        assertThat(content.fields()).isEmpty();
        assertThat(content.problem()).contains(LookProblem.SCHEMA_MALFORMED);
    }

    @Test
    void listThatLiesAboutItsLengthDoesNoHarm() throws IOException {
        // Field 2, a list of structures, 2^31 - 1 of them.
        byte[] footer = {0x29, (byte) 0xFC, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07};

        assertThat(look(file(footer, footer.length)).problem()).contains(LookProblem.SCHEMA_MALFORMED);
    }

    @Test
    void textThatLiesAboutItsLengthDoesNoHarm() throws IOException {
        // One structure, whose field 4, a name, has 2^31 - 1 bytes.
        byte[] footer = {0x29, 0x1C, 0x48, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07};

        assertThat(look(file(footer, footer.length)).problem()).contains(LookProblem.SCHEMA_MALFORMED);
    }

    @Test
    void groupThatLiesAboutItsChildrenDoesNoHarm() throws IOException {
        assertThat(look(file(element("root", Integer.MAX_VALUE), element("a", 0)))
                        .problem())
                .contains(LookProblem.SCHEMA_MALFORMED);
        assertThat(look(file(element("root", -5), element("a", 0))).fields()).isEmpty();
    }

    @Test
    void groupsWithoutEndDoNoHarm() throws IOException {
        SchemaElement[] deep = Stream.concat(
                        IntStream.range(0, 20_000).mapToObj(i -> element("g", 1)), Stream.of(element("a", 0)))
                .toArray(SchemaElement[]::new);

        assertThat(look(file(deep)).problem()).contains(LookProblem.SCHEMA_MALFORMED);
    }

    @Test
    void fileThatIsNotWrittenToItsEndIsAProblem() throws IOException {
        byte[] sample = sample("visits-duckdb.parquet");

        FileContent content = look(Arrays.copyOf(sample, sample.length - 20));

        assertThat(content.problem()).contains(LookProblem.SCHEMA_MALFORMED);
        assertThat(Shown.kind(content)).isEqualTo("ParquetFile");
    }

    @Test
    void encryptedFooterIsToldApart() throws IOException {
        byte[] sample = sample("visits-duckdb.parquet");
        sample[3] = 'E';
        sample[sample.length - 1] = 'E';

        assertThat(look(sample).problem()).contains(LookProblem.SCHEMA_ENCRYPTED);
    }

    @Test
    void fileThatGrowsOrShrinksWhileItIsReadIsNotUnderstoodWrongly() throws IOException {
        byte[] large = new byte[500_000];
        System.arraycopy("PAR1".getBytes(StandardCharsets.US_ASCII), 0, large, 0, 4);

        for (long listed : new long[] {499_000, 501_000}) {
            assertThatThrownBy(
                            () -> Shown.look("a.parquet", MemoryBytes.of(large).listedAs(listed)))
                    .isInstanceOf(FileChangedException.class);
        }
    }

    @Test
    void damagedFilesNeverDoMoreThanLoseTheirSchema() throws IOException {
        Random random = new Random(42);
        for (String name : List.of("visits-parquet-java.parquet", "visits-duckdb.parquet")) {
            byte[] sample = sample(name);
            for (int i = 0; i < 3_000; i++) {
                byte[] damaged = sample.clone();
                for (int hit = 0; hit < 1 + i % 4; hit++) {
                    damaged[4 + random.nextInt(damaged.length - 12)] = (byte) random.nextInt();
                }

                assertThat(Shown.kind(look(damaged))).isEqualTo("ParquetFile");
            }
        }
    }
}
