package io.openintegration.daemon.platform;

/** What a named server is doing; the names are Egeria's. */
public enum ServerActiveStatus {
    STARTING,
    RUNNING,
    STOPPING,
    INACTIVE
}
