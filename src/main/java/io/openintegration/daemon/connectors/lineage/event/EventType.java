package io.openintegration.daemon.connectors.lineage.event;

/** What an event says of its run. */
public enum EventType {
    START,
    RUNNING,
    OTHER,
    COMPLETE,
    ABORT,
    FAIL
}
