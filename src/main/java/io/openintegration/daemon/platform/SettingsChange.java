package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.documents.ServerDocument;
import java.util.List;

/**
 * What came of a change of connectors' settings.
 *
 * @param document as it is saved now
 * @param applied one report for each connector
 */
public record SettingsChange(ServerDocument document, List<ServerApplyReport> applied) {

    public SettingsChange {
        applied = List.copyOf(applied);
    }
}
