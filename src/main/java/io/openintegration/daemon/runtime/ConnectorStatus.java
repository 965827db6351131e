package io.openintegration.daemon.runtime;

/** What a connector is doing. The names are Egeria 6's; peers' clients know this closed list (see the package's table). */
public enum ConnectorStatus {
    INITIALIZED,
    WAITING,
    REFRESHING,
    RUNNING,
    STOPPED,
    INITIALIZE_FAILED,
    CONFIG_FAILED,
    FAILED;

    /** Whether the connector is not called again until it is restarted (the operator's guide). */
    public boolean isFailure() {
        return this == INITIALIZE_FAILED || this == CONFIG_FAILED || this == FAILED;
    }

    /** The name that the operator's guide uses: it knows one word each for working and for having failed. */
    public ConnectorStatus inTheGuide() {
        return switch (this) {
            case WAITING, REFRESHING -> RUNNING;
            case INITIALIZE_FAILED, CONFIG_FAILED -> FAILED;
            default -> this;
        };
    }
}
