package io.openintegration.daemon.runtime;

import io.openintegration.daemon.spi.FailureOrigin;

/** The calls of which a connector's life consists. */
enum Step {
    CREATE("create", ConnectorStatus.CONFIG_FAILED, FailureOrigin.CONNECTOR),
    INITIALIZE("initialize", ConnectorStatus.INITIALIZE_FAILED, FailureOrigin.METADATA_SERVER),
    START("start", ConnectorStatus.FAILED, FailureOrigin.THIRD_PARTY),
    REFRESH("refresh", ConnectorStatus.FAILED, FailureOrigin.THIRD_PARTY),
    ENGAGE("engage", ConnectorStatus.FAILED, FailureOrigin.THIRD_PARTY);

    final String method;
    final ConnectorStatus ifItFails;

    /** Who is most likely at fault where the call does not end. */
    final FailureOrigin suspect;

    Step(String method, ConnectorStatus ifItFails, FailureOrigin suspect) {
        this.method = method;
        this.ifItFails = ifItFails;
        this.suspect = suspect;
    }
}
