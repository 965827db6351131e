package io.openintegration.daemon.connectors.files.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "a.csv, CSVFile",
        "A.CSV, CSVFile",
        "a.tsv, CSVFile",
        "a.json, JSONFile",
        "a.avro, AvroFile",
        "a.parquet, ParquetFile",
        "a.xml, XMLFile",
        "a.xlsx, SpreadsheetFile",
        "a.docx, Document",
        "a.tar.gz, ArchiveFile",
        "a.png, RasterFile",
        "a.mp3, AudioFile",
        "a.mp4, VideoFile",
        "a.svg, MediaFile",
        "a.xyz, DataFile",
        "csv, DataFile",
        ".csv, DataFile",
        "a., DataFile"
    })
    void extensionTellsTheType(String fileName, String type) {
        assertThat(new FileName(fileName).kind().type().value()).isEqualTo(type);
    }

    @Test
    void extensionIsWhatFollowsTheLastDot() {
        assertThat(new FileName("a.b.C").extension()).isEqualTo("C");
        assertThat(new FileName(".bashrc").extension()).isEmpty();
        assertThat(new FileName(".config.yml").extension()).isEqualTo("yml");
        assertThat(new FileName("Makefile").extension()).isEmpty();
    }
}
