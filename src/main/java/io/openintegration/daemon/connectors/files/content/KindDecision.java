package io.openintegration.daemon.connectors.files.content;

import java.util.Set;

/** Settles what a file is where its name and its content disagree: a name is believed until content proves it wrong. */
final class KindDecision {

    /** Built of something that has another name. */
    private static final Set<String> PACKED = Set.of("SpreadsheetFile", "Document", "ArchiveFile");

    /** Their formats overlap, and their names are the better guide. */
    private static final Set<String> MEDIA = Set.of("MediaFile", "RasterFile", "AudioFile", "VideoFile");

    /** Files that hold binary data, or text with a structure: other text proves their name wrong. */
    private static final Set<String> NOT_MARKUP = Set.of(
            "CSVFile", "JSONFile", "AvroFile", "ParquetFile", "ArchiveFile", "RasterFile", "AudioFile", "VideoFile");

    private static final Set<String> NOT_JSON = Set.of(
            "CSVFile", "XMLFile", "AvroFile", "ParquetFile", "ArchiveFile", "RasterFile", "AudioFile", "VideoFile");

    private static final Set<String> NOT_TABLE = Set.of("AvroFile", "ParquetFile", "SpreadsheetFile");

    private final FileName name;

    KindDecision(FileName name) {
        this.name = name;
    }

    /** For binary content with a known signature. */
    FileKind signed(MediaTypes.Signature signature) {
        String named = name.kind().type().value();
        String found = signature.kind().type().value();
        boolean agreed = named.equals(found)
                || (signature.container() && PACKED.contains(named))
                || (MEDIA.contains(named) && MEDIA.contains(found))
                || named.equals("KeyStoreFile");
        return agreed ? name.kind() : signature.kind();
    }

    /** For text that is XML or a variety of it. */
    FileKind markup(FileKind found) {
        return isProvedWrong(NOT_MARKUP) ? found : name.kind();
    }

    /** Whether JSON would be taken for what it is, or is what the name says. */
    boolean mayBeJson() {
        return name.kind().is("JSONFile") || isProvedWrong(NOT_JSON);
    }

    FileKind json(FileKind found) {
        return isProvedWrong(NOT_JSON) ? found : name.kind();
    }

    /** Whether delimited text would be taken for what it is although the name does not say so. */
    boolean mayBeTable() {
        return isProvedWrong(NOT_TABLE);
    }

    private boolean isProvedWrong(Set<String> types) {
        return name.isVague() || types.contains(name.kind().type().value());
    }
}
