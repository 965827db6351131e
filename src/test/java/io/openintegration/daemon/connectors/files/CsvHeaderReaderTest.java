package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.connectors.files.content.FileBytes;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvHeaderReaderTest {

    @TempDir
    Path directory;

    private static FileBytes bytes(Path file) {
        return new LocalFileBytes(file, 0);
    }

    private CsvHeader read(String content) throws IOException {
        return read(content, StandardCharsets.UTF_8);
    }

    private CsvHeader read(String content, Charset charset) throws IOException {
        return CsvHeaderReader.forExtension("csv")
                .read(bytes(Files.writeString(directory.resolve("test.csv"), content, charset)));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void delimiterIsTheOneThatMakesMostColumns(String delimiter) throws IOException {
        CsvHeader header = read(String.join(delimiter, "patient", "left", "right") + "\n1\n");

        assertThat(header.delimiter()).contains(delimiter.charAt(0));
        assertThat(header.columns()).containsExactly("patient", "left", "right");
    }

    @Test
    void delimitersWithinQuotesDoNotCount() throws IOException {
        CsvHeader header = read("\"a,b,c,d\";\"e\nf \"\"g\"\"\"\n1;2\n");

        assertThat(header.delimiter()).contains(';');
        assertThat(header.columns()).containsExactly("a,b,c,d", "e\nf \"g\"");
    }

    @ParameterizedTest
    @CsvSource({"csv, ','", "tsv, '\t'", "TAB, '\t'"})
    void singleColumnTakesTheDelimiterOfItsExtension(String extension, char delimiter) throws IOException {
        Path file = Files.writeString(directory.resolve("x"), "patient\n4711\n");

        assertThat(CsvHeaderReader.forExtension(extension).read(bytes(file)).delimiter())
                .contains(delimiter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b\n1,2\n", "a,b\r\n1,2", "a,b\r1,2", "a,b", "\n\na,b\n", "\uFEFFa,b\n", "\uFEFF\"a\",b\n"})
    void everyLineEndAndAByteOrderMarkIsUnderstood(String content) throws IOException {
        assertThat(read(content).columns()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF", "\r\n\r\n"})
    void emptyFileHasNoColumnsAndNoProblem(String content) throws IOException {
        assertThat(read(content)).isEqualTo(CsvHeader.NONE);
    }

    @Test
    void bytesThatAreNotUtf8KeepTheirColumns() throws IOException {
        CsvHeader header = read("schritt länge,größe\n", StandardCharsets.ISO_8859_1);

        assertThat(header.columns()).containsExactly("schritt länge", "größe");
        assertThat(header.encoding()).isEmpty();
    }

    @Test
    void badByteInTheDataDoesNotSpoilTheHeader() throws IOException {
        Path file = directory.resolve("test.csv");
        Files.writeString(file, "schritt länge,größe\n1,2\n");
        Files.write(file, new byte[] {(byte) 0xFF, '\n'}, StandardOpenOption.APPEND);

        CsvHeader header = CsvHeaderReader.forExtension("csv").read(bytes(file));

        assertThat(header.columns()).containsExactly("schritt länge", "größe");
        assertThat(header.encoding()).isEmpty();
    }

    @Test
    void utf8IsRecognised() throws IOException {
        assertThat(read("schritt länge,größe\n").encoding()).contains("UTF-8");
    }

    @Test
    void characterCutByTheEndOfTheFirstLookIsNoError() throws IOException {
        CsvHeader header = read("a,b\n" + "x" + "ä".repeat(20_000));

        assertThat(header.columns()).containsExactly("a", "b");
        assertThat(header.encoding()).contains("UTF-8");
    }

    @Test
    void textOfAnotherWidthIsNotTaken() throws IOException {
        assertThat(read("a,b\n", StandardCharsets.UTF_16).problem()).contains(FilesMessage.HEADER_NOT_TEXT);
    }

    @Test
    void headerLongerThanTheFirstLookIsReadToItsEnd() throws IOException {
        String names = IntStream.range(0, 9_999).mapToObj(i -> "column" + i).collect(Collectors.joining(","));

        assertThat(read("\"quoted, name\"," + names + "\n1,2\n").columns()).hasSize(10_000);
    }

    @Test
    void quotedNameAcrossTheFirstLookIsReadToItsEnd() throws IOException {
        String names =
                IntStream.range(0, 4_000).mapToObj(i -> "\"c,\n" + i + "\"").collect(Collectors.joining(","));

        assertThat(read(names + "\n1,2\n").columns()).hasSize(4_000).last().isEqualTo("c,\n3999");
    }

    @Test
    void tooManyColumnsAreAProblem() throws IOException {
        assertThat(read("a,".repeat(10_000) + "a\n").problem()).contains(FilesMessage.HEADER_TOO_LARGE);
    }

    @Test
    void tooLongARecordIsAProblem() throws IOException {
        assertThat(read("abcd,".repeat(300_000)).problem()).contains(FilesMessage.HEADER_TOO_LARGE);
        assertThat(read("x".repeat(2_000_000)).problem()).contains(FilesMessage.HEADER_TOO_LARGE);
    }

    @Test
    void quoteThatIsNeverClosedIsAProblem() throws IOException {
        assertThat(read("\"a,b\n" + "1,2\n".repeat(1_000)).problem()).isPresent();
        assertThat(read("\"a,b\n" + "1,2\n".repeat(1_000_000)).problem()).isPresent();
    }

    @Test
    void fileThatIsGoneIsToldApart() {
        assertThatThrownBy(() -> CsvHeaderReader.forExtension("csv").read(bytes(directory.resolve("gone.csv"))))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path link = Files.createSymbolicLink(
                directory.resolve("link.csv"), Files.writeString(directory.resolve("a.csv"), "a,b\n"));

        assertThatThrownBy(() -> CsvHeaderReader.forExtension("csv").read(bytes(link)))
                .isInstanceOf(IOException.class);
    }
}
