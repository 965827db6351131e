package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.connectors.files.content.LookLimits;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.PropertyReader;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the configuration properties of a files connector ask for.
 *
 * @param watched whether changes are to be found between refreshes too
 */
record FilesSettings(FileSelection selection, LookLimits limits, boolean watched) {

    /** One that is not within braces or brackets. */
    private static final Pattern COMMA = Pattern.compile(",(?![^{]*})(?![^\\[]*])");

    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int MOST_ROWS = 1_000_000;
    private static final int MOST_COLUMNS = 100_000;
    private static final int MOST_NESTING = 100;
    private static final int MOST_SECONDS = 3_600;

    /**
     * @throws ConnectorException {@code BASIC-FILES-INTEGRATION-CONNECTORS-400-021} with all mistakes, where there are
     *     any
     */
    static FilesSettings of(Connection connection) {
        PropertyReader reader = new PropertyReader(connection);
        FilesSettings settings =
                new FilesSettings(selection(reader), limits(reader), reader.flag(FilesProperty.WATCH, true));
        reader.requireNoMistakes(FilesMessage.BAD_PROPERTIES);
        return settings;
    }

    private static FileSelection selection(PropertyReader reader) {
        return new FileSelection(
                patterns(reader, FilesProperty.INCLUDE_FILES),
                patterns(reader, FilesProperty.EXCLUDE_FILES),
                patterns(reader, FilesProperty.EXCLUDE_FOLDERS),
                reader.flag(FilesProperty.INCLUDE_HIDDEN, FileSelection.ALL.includeHidden()));
    }

    private static List<PathPattern> patterns(PropertyReader reader, FilesProperty property) {
        return reader.patterns(property, COMMA, PathPattern::of);
    }

    private static LookLimits limits(PropertyReader reader) {
        LookLimits usual = LookLimits.DEFAULT;
        return new LookLimits(
                reader.number(FilesProperty.MAXIMUM_BYTES_INSIDE, 1_024, MOST_BYTES, usual.bytes()),
                reader.number(FilesProperty.MAXIMUM_ROWS_INSIDE, 1, MOST_ROWS, usual.rows()),
                reader.number(FilesProperty.MAXIMUM_COLUMNS, 1, MOST_COLUMNS, usual.columns()),
                reader.number(FilesProperty.MAXIMUM_NESTING, 1, MOST_NESTING, usual.nesting()),
                Duration.ofSeconds(reader.number(
                        FilesProperty.MAXIMUM_SECONDS_INSIDE,
                        1,
                        MOST_SECONDS,
                        usual.time().toSeconds())),
                reader.number(FilesProperty.MAXIMUM_FILE_SIZE, 0, Long.MAX_VALUE, usual.fileSize()));
    }
}
