package io.openintegration.daemon.runtime;

import io.openintegration.daemon.spi.FailureOrigin;

/** The calls of which a connector's life consists, and what is done beside it. */
enum Step {
    CREATE("create", ConnectorStatus.CONFIG_FAILED, FailureOrigin.CONNECTOR),
    INITIALIZE("initialize", ConnectorStatus.INITIALIZE_FAILED, FailureOrigin.METADATA_SERVER),
    START("start", ConnectorStatus.FAILED, FailureOrigin.THIRD_PARTY),
    REFRESH("refresh", ConnectorStatus.FAILED, FailureOrigin.THIRD_PARTY),
    /** Not of the connector: it may have failed, or be stopped, and is neither better nor worse off by it. */
    UNDO("undo", ConnectorStatus.FAILED, FailureOrigin.METADATA_SERVER),
    ENGAGE("engage", ConnectorStatus.FAILED, FailureOrigin.THIRD_PARTY);

    final String method;
    final ConnectorStatus ifItFails;

    /** Who is most likely at fault where the call does not end. */
    final FailureOrigin suspect;

    boolean isOfConnector() {
        return this != UNDO;
    }

    Step(String method, ConnectorStatus ifItFails, FailureOrigin suspect) {
        this.method = method;
        this.ifItFails = ifItFails;
        this.suspect = suspect;
    }
}
