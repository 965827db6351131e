package io.openintegration.daemon.connectors.files.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.testing.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileLookTest {

    private static final String TABLE = "patient,left\n4711,1.5\n4712,1.7\n";
    private static final String PDF = "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n1 0 obj\n";

    private static String kind(String name, byte[] bytes) throws IOException {
        return Shown.kind(Shown.look(name, MemoryBytes.of(bytes)));
    }

    private static String kind(String name, String text) throws IOException {
        return kind(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a", "a.dat", "a.TXT", "a.xls", "a.parquet"})
    void tableIsOneWhateverItsName(String name) throws IOException {
        FileContent content = Shown.look(name, TABLE);

        assertThat(Shown.kind(content)).isEqualTo("CSVFile");
        assertThat(Shown.fields(content)).containsExactly("patient: int", "left: bigdecimal");
        assertThat(content.problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear Ann, hello.\nYours, Ben.\nBye, bye.\n",
                "one line, with a comma",
                "a,b\n1,2\n",
                "a,a\n1,2\n3,4\n",
                "a,b\n1,2,3\n4,5\n",
                "just\nsome\nlines\nof text\n",
                "[section]\nname=value\n",
                "{ this is no JSON }"
            })
    void proseIsNoTable(String text) throws IOException {
        assertThat(kind("a.txt", text)).isEqualTo("Document");
        assertThat(kind("a", text)).isEqualTo("DataFile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.md", "a.log", "a.properties", "a.py", "a.yaml", "a.html"})
    void otherTextIsWhatItsNameSays(String name) throws IOException {
        assertThat(kind(name, TABLE)).isEqualTo(new FileName(name).kind().type().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a", "a.csv", "a.xml", "a.avro", "a.png"})
    void jsonIsOneWhateverItsName(String name) throws IOException {
        FileContent content = Shown.look(name, "{\"a\": 1}\n{\"a\": 2}\n");

        assertThat(Shown.kind(content)).isEqualTo("JSONFile");
        assertThat(content.kind().fileType()).isEqualTo("JSON lines file");
        assertThat(Shown.fields(content)).containsExactly("a: int");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a", "a.csv", "a.json", "a.parquet", "a.zip"})
    void xmlIsOneWhateverItsName(String name) throws IOException {
        assertThat(kind(name, "\n<?xml version=\"1.0\"?><a/>")).isEqualTo("XMLFile");
    }

    @Test
    void varietiesOfXmlAreWhatTheirNameSays() throws IOException {
        String xml = "<?xml version=\"1.0\"?><a/>";

        assertThat(kind("a.svg", xml)).isEqualTo("MediaFile");
        assertThat(kind("a.html", xml)).isEqualTo("Document");
        assertThat(kind("a.xls", xml)).isEqualTo("SpreadsheetFile");
        assertThat(kind("a", "<!DOCTYPE HTML><p>")).isEqualTo("Document");
        assertThat(kind("a", "<svg xmlns='x'>")).isEqualTo("MediaFile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf", "a.csv", "a.json", "a.txt", "a", "a.parquet", "a.png", "a.zip"})
    void pdfIsADocumentWhateverItsName(String name) throws IOException {
        assertThat(kind(name, PDF.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("Document");
        assertThat(kind(name, "%PDF-1.4\nplain text\n")).isEqualTo("Document");
    }

    @ParameterizedTest
    @CsvSource({
        "89504E470D0A1A0A0000000D49484452, RasterFile",
        "FFD8FFE000104A46494600010100, RasterFile",
        "47494638396101000100000000, RasterFile",
        "494433030000000000, AudioFile",
        "664C614300000022, AudioFile",
        "52494646240000004156492000000000, VideoFile",
        "377ABCAF271C0004, ArchiveFile",
        "425A68393141592653590001, ArchiveFile",
        "FD377A585A000004, ArchiveFile",
        "28B52FFD0458, ArchiveFile",
        "526172211A0700CF, ArchiveFile",
        "FEEDFEED0000000200000001, KeyStoreFile"
    })
    void binaryFilesAreRecognisedByTheirSignature(String signature, String type) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(signature);

        assertThat(kind("a", bytes)).isEqualTo(type);
        assertThat(kind("a.csv", bytes)).isEqualTo(type);
    }

    @Test
    void packedFormatsAreWhatTheirNameSays() throws IOException {
        byte[] zip = zip("a.txt");

        assertThat(kind("a", zip)).isEqualTo("ArchiveFile");
        assertThat(kind("a.csv", zip)).isEqualTo("ArchiveFile");
        assertThat(kind("a.xlsx", zip)).isEqualTo("SpreadsheetFile");
        assertThat(kind("a.docx", zip)).isEqualTo("Document");
        assertThat(kind("a.jar", zip)).isEqualTo("ArchiveFile");
        assertThat(kind("a", zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")))
                .isEqualTo("SpreadsheetFile");
        assertThat(kind("a", zip("[Content_Types].xml", "_rels/.rels", "word/document.xml")))
                .isEqualTo("Document");
    }

    @Test
    void compressedTableIsAnArchive() throws IOException {
        FileContent content = Shown.look("a.csv.gz", MemoryBytes.of(gzip(TABLE)));

        assertThat(Shown.kind(content)).isEqualTo("ArchiveFile");
        assertThat(content.fields()).isEmpty();
        assertThat(kind("a.csv", gzip(TABLE))).isEqualTo("ArchiveFile");
    }

    @Test
    void contentThatProvesNothingLeavesTheName() throws IOException {
        byte[] noise = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

        assertThat(kind("a", noise)).isEqualTo("DataFile");
        assertThat(kind("a.docx", noise)).isEqualTo("Document");
        assertThat(Shown.look("a.csv", MemoryBytes.of(noise)).problem()).contains(LookProblem.NOT_DELIMITED_TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, 'one line', NONE",
        "a.txt, 'Three lines\nof mere\nprose.', ALL",
        "a.log, 'one line', ALL",
        "a.txt, '%PDF-1.7', ALL",
        "a.txt, '[main]\nkey=1\nother=2', NONE",
        "a.csv, 'a,b', ALL",
        "a.csv, '\n\n', NONE",
        "a.json, '{\"a\":', NONE",
        "a.json, 'no json', NONE",
        "a.avro, 'no avro', NONE",
        "a.parquet, 'PAR1\0 cut off', KIND"
    })
    void lookSaysWhatItProved(String name, String content, Proof proof) throws IOException {
        assertThat(Shown.look(name, MemoryBytes.of(content)).proof()).isEqualTo(proof);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.json", "a.avro", "a.parquet", "a"})
    void emptyFileIsNotOpened(String name) throws IOException {
        MemoryBytes bytes = MemoryBytes.of("");

        FileContent content = Shown.look(name, bytes);

        assertThat(content.kind()).isEqualTo(new FileName(name).kind());
        assertThat(content.problem()).isEmpty();
        assertThat(content.proof()).isEqualTo(Proof.NONE);
        assertThat(bytes.timesOpened()).isZero();
    }

    @Test
    void fileThatIsTooLargeIsNotOpened() throws IOException {
        LookLimits small = new LookLimits(1024, 10, 10, 10, Duration.ofSeconds(1), 4);
        MemoryBytes large = MemoryBytes.of("a,b\n1");

        assertThat(Shown.look("a.csv", large, small).fields()).isEmpty();
        assertThat(large.timesOpened()).isZero();
        assertThat(Shown.look("a.csv", MemoryBytes.of("a,b\n"), small).fields()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.txt", "a.json", "a"})
    void fileThatGrewOrShrankIsNotUnderstood(String name) {
        for (long listed : new long[] {TABLE.length() - 1, TABLE.length() + 1, 1}) {
            assertThatThrownBy(() -> Shown.look(name, MemoryBytes.of(TABLE).listedAs(listed)))
                    .isInstanceOf(FileChangedException.class);
        }
    }

    @Test
    void fileThatMayNotBeOpenedIsWhatItsNameSays() throws IOException {
        FileBytes forbidden = bytes(() -> {
            throw new AccessDeniedException("a");
        });

        assertThat(Shown.look("a.csv", forbidden).problem()).contains(LookProblem.NOT_PERMITTED);
        assertThat(Shown.look("a.log", forbidden).problem()).isEmpty();
        assertThat(Shown.kind(Shown.look("a.csv", forbidden))).isEqualTo("CSVFile");
    }

    @Test
    void fileThatCannotBeReadIsNotDescribed() {
        FileBytes broken = bytes(() -> {
            throw new IOException("broken");
        });

        assertThatThrownBy(() -> Shown.look("a.csv", broken)).hasMessage("broken");
    }

    @Test
    void fileThatIsReadTooSlowlyIsLeft() {
        SettableClock clock = new SettableClock();
        FileBytes slow = bytes(() -> new InputStream() {
            @Override
            public int read() {
                clock.advance(Duration.ofSeconds(11));
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                target[offset] = (byte) read();
                return 1;
            }
        });

        assertThatThrownBy(() -> new FileLook(LookLimits.DEFAULT, clock).look(new FileName("a.csv"), slow))
                .isInstanceOf(SlowFileException.class);
    }

    @Test
    void streamIsClosedWhateverHappens() {
        MemoryBytes grown = MemoryBytes.of(TABLE).listedAs(1);

        assertThatThrownBy(() -> Shown.look("a.csv", grown)).isInstanceOf(FileChangedException.class);
        assertThat(grown.isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a.txt, UTF-16LE", "a.json, UTF-16BE", "a.xml, UTF-32LE", "a.csv, UTF-32BE", "a.md, UTF-8", "a, UTF-8"})
    void byteOrderMarkTellsTheEncoding(String name, String encoding) throws IOException {
        String text = name.endsWith("xml") ? "<?xml version='1.0'?><a/>" : "[{\"a\": \"ä\"}]";

        assertThat(Shown.look(name, MemoryBytes.of("\uFEFF" + text, Charset.forName(encoding)))
                        .encoding())
                .contains(encoding);
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1, ISO-8859-1",
        "latin1, ISO-8859-1",
        "windows-1252, windows-1252",
        "UTF-8, ",
        "x-nonsense, ",
        "%%%, "
    })
    void declarationOfXmlTellsTheEncodingWhereItMayBeTrue(String declared, String encoding) throws IOException {
        String xml = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?><größe/>";

        FileContent content = Shown.look("a.xml", MemoryBytes.of(xml, StandardCharsets.ISO_8859_1));

        assertThat(content.encoding().orElse(null)).isEqualTo(encoding);
    }

    @Test
    void encodingThatIsOnlyLikelyIsNotTold() throws IOException {
        FileContent longAscii = Shown.look("a.txt", "plain words\n".repeat(10_000));
        FileContent latin = Shown.look("a.txt", MemoryBytes.of("größe", StandardCharsets.ISO_8859_1));

        assertThat(longAscii.encoding()).isEmpty();
        assertThat(latin.encoding()).isEmpty();
        assertThat(Shown.look("a.txt", "größe").encoding()).contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-32BE", "ISO-8859-1"})
    void xmlIsNeverParsed(String charset) throws IOException {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY b")
                    .append(i)
                    .append(" \"")
                    .append(("&b" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        bomb.append("<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a b=\"&b29;&x;\">&b29;</a>");

        for (String name : new String[] {"a.xml", "a", "a.csv", "a.bin"}) {
            FileContent content = Shown.look(name, MemoryBytes.of(bomb.toString(), Charset.forName(charset)));
            FileContent spoiled = Shown.look(name, MemoryBytes.of("\0" + bomb, Charset.forName(charset)));

            assertThat(Shown.kind(content)).isEqualTo("XMLFile");
            assertThat(spoiled.fields()).isEmpty();
        }
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private static FileBytes bytes(Opening opening) {
        return new FileBytes() {
            @Override
            public long size() {
                return 1_000_000;
            }

            @Override
            public InputStream from(long offset) throws IOException {
                return opening.open();
            }
        };
    }
}
