package io.openintegration.daemon.connectors.files;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The table of file extensions and what they stand for. */
final class FileKinds {

    private static final Map<String, FileKind> BY_EXTENSION = new HashMap<>();

    static {
        register(FileKind.of("CSVFile", "CSV file", "CSV Data File"), "csv");
        register(FileKind.of("CSVFile", "TSV file", "CSV Data File"), "tsv", "tab");
        register(FileKind.of("JSONFile", "JSON file", "JSON Data File"), "json", "geojson");
        register(FileKind.of("JSONFile", "JSON lines file", "JSON Data File"), "jsonl", "ndjson");
        register(FileKind.of("AvroFile", "Avro file", "Avro Data File"), "avro");
        register(FileKind.of("ParquetFile", "Parquet file", "Parquet Data File"), "parquet");
        register(FileKind.of("XMLFile", "XML file", "XML Data File"), "xml", "xsd", "xsl", "xslt");
        register(FileKind.of("SpreadsheetFile", "Spreadsheet", "Spreadsheet Data File"), "xls", "xlsx", "xlsm", "ods");
        register(
                FileKind.of("Document", "Document", "Document"),
                "doc",
                "docx",
                "odt",
                "rtf",
                "pdf",
                "ppt",
                "pptx",
                "odp",
                "txt",
                "md",
                "html",
                "htm");
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
        register(
                FileKind.of("RasterFile", "Image", "Raster Data File"),
                "png",
                "jpg",
                "jpeg",
                "gif",
                "bmp",
                "tif",
                "tiff",
                "webp",
                "dcm");
        register(FileKind.of("AudioFile", "Audio", "Audio Data File"), "mp3", "wav", "flac", "ogg", "m4a", "aac");
        register(
                FileKind.of("VideoFile", "Video", "Video Data File"),
                "mp4",
                "mpeg",
                "mpg",
                "avi",
                "mov",
                "mkv",
                "webm");
        register(FileKind.of("MediaFile", "Vector image", "Media Data File"), "svg", "eps");
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

    /** The kind of the file with that extension; {@link FileKind#UNKNOWN} where it is in no table. */
    static FileKind ofExtension(String extension) {
        return BY_EXTENSION.getOrDefault(extension.toLowerCase(Locale.ROOT), FileKind.UNKNOWN);
    }

    /**
     * What follows the last dot of a file's name, as it is written; empty without one. A dot at the start hides a file
     * and makes no extension.
     */
    static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot <= 0 ? "" : fileName.substring(dot + 1);
    }

    private static void register(FileKind kind, String... extensions) {
        for (String extension : extensions) {
            BY_EXTENSION.put(extension, kind);
        }
    }
}
