package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.metadata.Certainty;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.Refresh;
import java.io.IOException;
import java.util.Map;

/**
 * Catalogues a directory as one {@code DataFolder}, for data sets that consist of many files: with the time of the last
 * change in it or in any directory below, and number and volume of its files.
 */
public final class DataFolderMonitor extends DirectoryMonitor {

    private static final TypeName DATA_FOLDER = new TypeName("DataFolder");

    /**
     * A monitor that has not begun yet.
     *
     * @param connection its endpoint address is the directory; see {@link DataFolderMonitorProvider} for the rest
     */
    public DataFolderMonitor(Connection connection) {
        this(connection, MonitoredDirectory::new);
    }

    /**
     * A monitor that has not begun yet.
     *
     * @param places says where the directory is
     */
    public DataFolderMonitor(Connection connection, LandingPlace.Kind places) {
        super(connection, places);
    }

    @Override
    void describe(FolderReader reader, FolderDescriber folders, Refresh refresh) throws IOException {
        FolderSummary summary = FolderSummary.of(reader);
        ItemKey key = reader.area().keyOf(summary.root().path());
        try (DescriptionScope scope = refresh.open(key, item(summary, folders))) {
            summary.unreadable().forEach(scope::unreadable);
            scope.complete();
        }
    }

    private static ItemDescription item(FolderSummary summary, FolderDescriber folders) {
        ElementProperties listed = folders.properties(summary.root())
                .choice("contentStatus", "ContentStatus", "ACTIVE")
                .build();
        ItemDescription item = folders.describe(
                DATA_FOLDER, summary.root(), listed.mergedWith(counted(summary)), FolderDescriber.OWNED_BY_FILE_SYSTEM);
        return summary.isWhole() ? item : item.with(new Certainty(true, listed));
    }

    private static ElementProperties counted(FolderSummary summary) {
        ElementProperties.Builder properties = ElementProperties.builder()
                .map(
                        "additionalProperties",
                        Map.of(
                                "numberOfFiles", String.valueOf(summary.files()),
                                "volumeInBytes", String.valueOf(summary.bytes())));
        summary.lastChange().ifPresent(time -> properties.date("storeUpdateTime", time.toInstant()));
        return properties.build();
    }
}
