package io.openintegration.daemon.runtime;

/** A connector and its state at one moment. */
public record ConnectorReport(ConnectorSlot slot, ConnectorState state) {}
