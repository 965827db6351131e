package io.openintegration.daemon.connectors.files.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.testing.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedTextTest {

    private static FileContent read(String content) throws IOException {
        return read(content, StandardCharsets.UTF_8);
    }

    private static FileContent read(String content, Charset charset) throws IOException {
        return read("test.csv", MemoryBytes.of(content, charset));
    }

    private static FileContent read(String name, FileBytes bytes) throws IOException {
        return new FileLook(LookLimits.DEFAULT, new SettableClock()).look(new FileName(name), bytes);
    }

    private static List<String> names(FileContent content) {
        return content.fields().stream().map(Field::name).toList();
    }

    private static List<String> types(FileContent content) {
        return content.fields().stream()
                .map(field ->
                        field.type().nativeType().orElse(field.type().dataType().wireName()))
                .toList();
    }

    private static TableLayout layout(FileContent content) {
        return content.layout().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void delimiterIsTheOneThatMakesMostColumns(String delimiter) throws IOException {
        FileContent content = read(String.join(delimiter, "patient", "left", "right") + "\n1\n");

        assertThat(layout(content).delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(names(content)).containsExactly("patient", "left", "right");
    }

    @Test
    void delimitersWithinQuotesDoNotCount() throws IOException {
        FileContent content = read("\"a,b,c,d\";\"e\nf \"\"g\"\"\"\n1;2\n");

        assertThat(layout(content).delimiter()).isEqualTo(';');
        assertThat(names(content)).containsExactly("a,b,c,d", "e\nf \"g\"");
    }

    @ParameterizedTest
    @CsvSource({"csv, ','", "tsv, '\t'", "TAB, '\t'"})
    void singleColumnTakesTheDelimiterOfItsExtension(String extension, char delimiter) throws IOException {
        FileContent content = read("x." + extension, MemoryBytes.of("patient\nbe\n"));

        assertThat(layout(content).delimiter()).isEqualTo(delimiter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b\n1,2\n", "a,b\r\n1,2", "a,b\r1,2", "a,b", "\n\na,b\n", "\uFEFFa,b\n", "\uFEFF\"a\",b\n"})
    void everyLineEndAndAByteOrderMarkIsUnderstood(String content) throws IOException {
        assertThat(names(read(content))).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF", "\r\n\r\n"})
    void emptyFileHasNoColumnsAndNoProblem(String content) throws IOException {
        FileContent read = read(content);

        assertThat(read.fields()).isEmpty();
        assertThat(read.layout()).isEmpty();
        assertThat(read.problem()).isEmpty();
    }

    @Test
    void bytesThatAreNotUtf8KeepTheirColumns() throws IOException {
        FileContent content = read("schritt länge,größe\n", StandardCharsets.ISO_8859_1);

        assertThat(names(content)).containsExactly("schritt länge", "größe");
        assertThat(content.encoding()).isEmpty();
    }

    @Test
    void badByteInTheDataDoesNotSpoilTheHeader() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("schritt länge,größe\n1,2\n".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFF);

        FileContent content = read("test.csv", MemoryBytes.of(bytes.toByteArray()));

        assertThat(names(content)).containsExactly("schritt länge", "größe");
        assertThat(content.encoding()).isEmpty();
    }

    @Test
    void utf8IsRecognised() throws IOException {
        assertThat(read("schritt länge,größe\n").encoding()).contains("UTF-8");
    }

    @Test
    void characterCutByTheEndOfTheFirstLookIsNoError() throws IOException {
        FileContent content = read("a,b\n" + "x" + "ä".repeat(40_000));

        assertThat(names(content)).containsExactly("a", "b");
        assertThat(content.encoding()).contains("UTF-8");
    }

    @Test
    void headerLongerThanTheFirstLookIsReadToItsEnd() throws IOException {
        String names = IntStream.range(0, 9_999).mapToObj(i -> "column" + i).collect(Collectors.joining(","));

        assertThat(names(read("\"quoted, name\"," + names + "\n1,2\n"))).hasSize(10_000);
    }

    @Test
    void quotedNameAcrossTheFirstLookIsReadToItsEnd() throws IOException {
        String names =
                IntStream.range(0, 4_000).mapToObj(i -> "\"c,\n" + i + "\"").collect(Collectors.joining(","));

        assertThat(names(read(names + "\n1,2\n"))).hasSize(4_000).last().isEqualTo("c,\n3999");
    }

    @Test
    void tooManyColumnsAreAProblem() throws IOException {
        assertThat(read("a,".repeat(10_000) + "a\n").problem()).contains(LookProblem.HEADER_TOO_LARGE);
    }

    @Test
    void tooLongARecordIsAProblem() throws IOException {
        assertThat(read("abcd,".repeat(300_000)).problem()).contains(LookProblem.HEADER_TOO_LARGE);
        assertThat(read("x".repeat(2_000_000)).problem()).contains(LookProblem.HEADER_TOO_LARGE);
    }

    @Test
    void quoteThatIsNeverClosedIsAProblem() throws IOException {
        assertThat(read("\"a,b\n" + "1,2\n".repeat(1_000)).problem()).isPresent();
        assertThat(read("\"a,b\n" + "1,2\n".repeat(1_000_000)).problem()).isPresent();
    }

    @Test
    void typesOfColumnsAreLearntFromTheirValues() throws IOException {
        FileContent content = read(
                """
                id,big,huge,price,ratio,day,at,yes,code,name,empty
                1,1,1,1.50,1e-3,2025-03-04,2025-03-04T05:06:07Z,true,007,Ann,
                -2,5000000000,99999999999999999999,2,0.5,,2025-03-04 05:06,FALSE,8,,
                """);

        assertThat(types(content))
                .containsExactly(
                        "int",
                        "long",
                        "biginteger",
                        "bigdecimal",
                        "double",
                        "date",
                        "timestamp",
                        "boolean",
                        "string",
                        "string",
                        "string");
        assertThat(content.fields().get(5).type().dataType()).isEqualTo(DataType.DATE);
        assertThat(content.fields().get(6).type().dataType()).isEqualTo(DataType.DATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-30",
                "2025-13-01",
                "2025-03-04T25:00",
                "1,5",
                "+49 30",
                "0x1F",
                "NaN",
                "1e99999",
                "--1",
                "1.",
                "٣"
            })
    void whatOnlyLooksLikeAFigureOrADateIsText(String value) throws IOException {
        assertThat(types(read("a;b\n" + value + ";x\n"))).containsExactly("string", "string");
    }

    @Test
    void columnOfMixedValuesIsText() throws IOException {
        assertThat(types(read("a,b\n1,true\nx,2\n"))).containsExactly("string", "string");
    }

    @Test
    void onlySoManyRowsAreLookedAt() throws IOException {
        LookLimits twoRows = new LookLimits(1024 * 1024, 2, 100, 10, Duration.ofSeconds(1), Long.MAX_VALUE);

        FileContent content =
                new FileLook(twoRows, new SettableClock()).look(new FileName("a.csv"), MemoryBytes.of("a\n1\n2\nx\n"));

        assertThat(types(content)).containsExactly("int");
    }

    @Test
    void recordThatIsCutByTheEndOfTheLookSaysNothingOfTypes() throws IOException {
        // The look ends after the fifth character of a date.
        String rows = ("x".repeat(89) + ",2025-03-04\n").repeat(1_000);

        FileContent content = read("p".repeat(89) + ",day\n" + rows);

        assertThat(types(content)).containsExactly("string", "date");
    }

    @Test
    void firstRecordThatIsLikeTheOthersIsNoHeader() throws IOException {
        FileContent content = read("Ann,1.5,2025-03-04\nBen,2.5,2025-03-05\n");

        assertThat(layout(content).header()).isFalse();
        assertThat(names(content)).containsExactly("", "", "");
        assertThat(types(content)).containsExactly("string", "bigdecimal", "date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b\nx,y\nz,w\n", "id,2024\n1,2\n", "a,b", "2024,2025\n", "a,\n1,2\n", "name,n\nAnn,1\nBen,2\n"
            })
    void firstRecordIsAHeaderWhereItMayBeOne(String content) throws IOException {
        assertThat(layout(read(content)).header()).isTrue();
    }

    @Test
    void delimiterThatMakesEvenRecordsGoesBeforeOneThatMakesMoreColumns() throws IOException {
        FileContent content = read("name, first, and more;born\nAnn;2001\nBen;2002\n");

        assertThat(layout(content).delimiter()).isEqualTo(';');
        assertThat(names(content)).containsExactly("name, first, and more", "born");
    }

    @Test
    void apostrophesQuoteWhereEveryLineHasThem() throws IOException {
        FileContent content = read("'name, first','born'\n'O, Ann',2001\n'P, Ben',2002\n");

        assertThat(layout(content).quote()).isEqualTo('\'');
        assertThat(names(content)).containsExactly("name, first", "born");
    }

    @Test
    void apostrophesInWordsDoNotQuote() throws IOException {
        FileContent content = read("name,remark\nAnn,it's 'fine'\nBen,'tis\n");

        assertThat(layout(content).quote()).isEqualTo('"');
        assertThat(names(content)).containsExactly("name", "remark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void wideCharactersAreReadAndVouchedForByTheirMark(String charset) throws IOException {
        FileContent marked = read("\uFEFFschritt länge,größe\n1,2\n", Charset.forName(charset));
        FileContent unmarked = read("schritt länge,größe\n1,2\n", Charset.forName(charset));

        assertThat(names(marked)).containsExactly("schritt länge", "größe");
        assertThat(marked.encoding()).contains(charset);
        assertThat(names(unmarked)).containsExactly("schritt länge", "größe");
        assertThat(unmarked.encoding()).isEmpty();
    }

    @Test
    void printableCharactersOfWindowsAreReadAsSuch() throws IOException {
        FileContent content = read("preis €,größe\n1,2\n", Charset.forName("windows-1252"));

        assertThat(names(content)).containsExactly("preis €", "größe");
        assertThat(content.encoding()).isEmpty();
    }

    @Test
    void smallFileIsOpenedOnceAndReadOnce() throws IOException {
        MemoryBytes bytes = MemoryBytes.of("a,b\n1,2\n");

        read("a.csv", bytes);

        assertThat(bytes.timesOpened()).isEqualTo(1);
        assertThat(bytes.bytesRead()).isEqualTo(8);
        assertThat(bytes.isOpen()).isFalse();
    }

    @Test
    void noMoreIsReadThanAllowed() throws IOException {
        MemoryBytes bytes = MemoryBytes.of("a,b\n".repeat(1_000_000));
        MemoryBytes withoutEnd = MemoryBytes.of("x".repeat(4_000_000));

        read("a.csv", bytes);
        read("a.csv", withoutEnd);

        assertThat(bytes.bytesRead()).isEqualTo(LookedAt.FIRST_LOOK);
        assertThat(withoutEnd.bytesRead()).isEqualTo(LookLimits.DEFAULT.bytes());
    }
}
