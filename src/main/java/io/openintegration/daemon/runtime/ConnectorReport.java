package io.openintegration.daemon.runtime;

import io.openintegration.daemon.runtime.run.RunReport;
import java.time.Instant;
import java.util.Optional;

/**
 * A connector and its state at one moment.
 *
 * @param target what the operator wants it to do
 * @param nextRefresh when its schedule will refresh it; empty where it will not, or not before it works again
 * @param run the refresh that is going on, with its progress
 */
public record ConnectorReport(
        ConnectorSlot slot,
        ConnectorState state,
        TargetState target,
        Optional<Instant> nextRefresh,
        Optional<RunReport> run) {}
