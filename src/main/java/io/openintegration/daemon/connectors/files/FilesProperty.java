package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.connectors.files.content.LookLimits;
import io.openintegration.daemon.spi.ConnectorProperty;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The configuration properties of the files connectors. */
enum FilesProperty implements ConnectorProperty {
    FILE_SYSTEM_NAME(
            "fileSystemName", "First part of all qualified names, in place of the name that the daemon gives."),
    WATCH(
            "watch",
            "Whether changes are found between refreshes too (true), or at refreshes alone (false). Default: true."),
    INCLUDE_FILES("includeFiles", "Files to catalogue: a list of globs. Default: all."),
    EXCLUDE_FILES("excludeFiles", "Files not to catalogue, although included: a list of globs. Default: none."),
    EXCLUDE_FOLDERS("excludeFolders", "Folders not to enter: a list of globs. Default: none."),
    INCLUDE_HIDDEN(
            "includeHidden",
            "Whether files and folders whose names begin with a dot are catalogued: true or false. Default: true."),
    MAXIMUM_FILE_SIZE("maximumFileSize", "Largest file, in bytes, that is looked into. Default: no limit."),
    MAXIMUM_BYTES_INSIDE(
            "maximumBytesInside",
            "How much is read of one place in a file, in bytes. Default: " + LookLimits.DEFAULT.bytes() + "."),
    MAXIMUM_ROWS_INSIDE(
            "maximumRowsInside",
            "From how many rows the types of columns are learnt. Default: " + LookLimits.DEFAULT.rows() + "."),
    MAXIMUM_COLUMNS(
            "maximumColumns",
            "Most columns of a file, nested fields included. Default: " + LookLimits.DEFAULT.columns() + "."),
    MAXIMUM_NESTING(
            "maximumNesting",
            "Levels of nested fields that are catalogued, columns included. Default: " + LookLimits.DEFAULT.nesting()
                    + "."),
    MAXIMUM_SECONDS_INSIDE(
            "maximumSecondsInside",
            "How long reading one file may take, in seconds. Default: "
                    + LookLimits.DEFAULT.time().toSeconds() + ".");

    private static final Set<FilesProperty> OF_FOLDERS = EnumSet.range(FILE_SYSTEM_NAME, INCLUDE_HIDDEN);

    private final String wireName;
    private final String meaning;

    FilesProperty(String wireName, String meaning) {
        this.wireName = wireName;
        this.meaning = meaning;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** Those of a connector that catalogues files, each with a sentence for operators. */
    static Map<String, String> ofFiles() {
        return ConnectorProperty.described(List.of(values()));
    }

    /** Those of a connector that looks into no file. */
    static Map<String, String> ofFolders() {
        return ConnectorProperty.described(OF_FOLDERS);
    }
}
