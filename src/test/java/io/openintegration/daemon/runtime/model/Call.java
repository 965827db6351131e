package io.openintegration.daemon.runtime.model;

import io.openintegration.daemon.configuration.OperationDeadlines;
import io.openintegration.daemon.runtime.ConnectorStatus;
import io.openintegration.daemon.spi.FailureOrigin;
import java.time.Duration;
import java.util.Optional;

/** The calls of a connector. */
enum Call {
    CREATE(
            ConnectorStatus.CONFIG_FAILED,
            FailureOrigin.CONNECTOR,
            Optional.of(OperationDeadlines.STANDARD.initialize())),
    INITIALIZE(
            ConnectorStatus.INITIALIZE_FAILED,
            FailureOrigin.METADATA_SERVER,
            Optional.of(OperationDeadlines.STANDARD.initialize())),
    START(ConnectorStatus.FAILED, FailureOrigin.THIRD_PARTY, Optional.of(OperationDeadlines.STANDARD.start())),
    REFRESH(ConnectorStatus.FAILED, FailureOrigin.THIRD_PARTY, Optional.of(OperationDeadlines.STANDARD.refresh())),
    ENGAGE(ConnectorStatus.FAILED, FailureOrigin.THIRD_PARTY, Optional.empty()),
    DISCONNECT(ConnectorStatus.FAILED, FailureOrigin.THIRD_PARTY, Optional.empty());

    final ConnectorStatus ifItFails;

    /** Who is at fault where it does not end. */
    final FailureOrigin suspect;

    final Optional<Duration> deadline;

    Call(ConnectorStatus ifItFails, FailureOrigin suspect, Optional<Duration> deadline) {
        this.ifItFails = ifItFails;
        this.suspect = suspect;
        this.deadline = deadline;
    }
}
