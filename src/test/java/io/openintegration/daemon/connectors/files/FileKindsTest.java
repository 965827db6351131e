package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindsTest {

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
        assertThat(FileKinds.ofExtension(FileKinds.extension(fileName)).type().value())
                .isEqualTo(type);
    }

    @Test
    void extensionIsWhatFollowsTheLastDot() {
        assertThat(FileKinds.extension("a.b.C")).isEqualTo("C");
        assertThat(FileKinds.extension(".bashrc")).isEmpty();
        assertThat(FileKinds.extension(".config.yml")).isEqualTo("yml");
        assertThat(FileKinds.extension("Makefile")).isEmpty();
    }
}
