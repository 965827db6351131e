package io.openintegration.daemon.connectors.files.content;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The table of file extensions and what they stand for. */
final class FileKinds {

    static final FileKind CSV = FileKind.of("CSVFile", "CSV file", "CSV Data File");
    static final FileKind JSON = FileKind.of("JSONFile", "JSON file", "JSON Data File");
    static final FileKind JSON_LINES = FileKind.of("JSONFile", "JSON lines file", "JSON Data File");
    static final FileKind AVRO = FileKind.of("AvroFile", "Avro file", "Avro Data File");
    static final FileKind PARQUET = FileKind.of("ParquetFile", "Parquet file", "Parquet Data File");
    static final FileKind XML = FileKind.of("XMLFile", "XML file", "XML Data File");
    static final FileKind SPREADSHEET = FileKind.of("SpreadsheetFile", "Spreadsheet", "Spreadsheet Data File");
    static final FileKind DOCUMENT = FileKind.of("Document", "Document", "Document");
    static final FileKind IMAGE = FileKind.of("RasterFile", "Image", "Raster Data File");
    static final FileKind AUDIO = FileKind.of("AudioFile", "Audio", "Audio Data File");
    static final FileKind VIDEO = FileKind.of("VideoFile", "Video", "Video Data File");
    static final FileKind VECTOR_IMAGE = FileKind.of("MediaFile", "Vector image", "Media Data File");

    private static final Map<String, FileKind> BY_EXTENSION = new HashMap<>();

    static {
        register(CSV, "csv");
        register(FileKind.of("CSVFile", "TSV file", "CSV Data File"), "tsv", "tab");
        register(JSON, "json", "geojson");
        register(JSON_LINES, "jsonl", "ndjson");
        register(AVRO, "avro");
        register(PARQUET, "parquet");
        register(XML, "xml", "xsd", "xsl", "xslt");
        register(SPREADSHEET, "xls", "xlsx", "xlsm", "ods");
        register(DOCUMENT, "doc", "docx", "odt", "rtf", "pdf", "ppt", "pptx", "odp", "txt", "md", "html", "htm");
        register(
                FileKind.of("ArchiveFile", "Archive", "Archive File"),
                "zip",
                "gz",
                "tgz",
                "tar",
                "bz2",
                "xz",
                "zst",
                "7z",
                "rar",
                "jar",
                "war",
                "ear",
                "omarchive");
        register(IMAGE, "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "dcm");
        register(AUDIO, "mp3", "wav", "flac", "ogg", "m4a", "aac");
        register(VIDEO, "mp4", "mpeg", "mpg", "avi", "mov", "mkv", "webm");
        register(VECTOR_IMAGE, "svg", "eps");
        register(FileKind.of("LogFile", "Log", "Log File"), "log");
        register(FileKind.of("PropertiesFile", "Properties file", "Properties File"), "properties");
        register(FileKind.of("YAMLFile", "YAML file", "YAML File"), "yaml", "yml");
        register(
                FileKind.of("SourceCodeFile", "Source code", "Source Code File"),
                "java",
                "py",
                "c",
                "h",
                "cpp",
                "cs",
                "go",
                "rs",
                "js",
                "ts",
                "sql",
                "sh",
                "r",
                "scala",
                "kt");
        register(FileKind.of("KeyStoreFile", "Key store", "Keystore File"), "jks", "p12", "pfx", "keystore");
    }

    private FileKinds() {}

    /** The kind of the files with that extension, whatever its case; empty where it is in no table. */
    static Optional<FileKind> ofExtension(String extension) {
        return Optional.ofNullable(BY_EXTENSION.get(extension.toLowerCase(Locale.ROOT)));
    }

    private static void register(FileKind kind, String... extensions) {
        for (String extension : extensions) {
            BY_EXTENSION.put(extension, kind);
        }
    }
}
