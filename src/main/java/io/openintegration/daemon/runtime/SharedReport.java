package io.openintegration.daemon.runtime;

import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What nodes tell each other of a connector: a {@link ConnectorReport} without the configuration, which each node has of its own,
 * and which may have secrets.
 */
public record SharedReport(
        ConnectorName connector,
        ConnectorState state,
        TargetState target,
        Optional<Instant> nextRefresh,
        Optional<RunReport> run) {

    /** A next refresh that is computed from what is left until then moves so much without meaning anything. */
    private static final Duration JITTER = Duration.ofSeconds(1);

    static SharedReport of(ConnectorReport report) {
        return new SharedReport(
                report.slot().name(), report.state(), report.target(), report.nextRefresh(), report.run());
    }

    ConnectorReport in(ConnectorSlot slot) {
        return new ConnectorReport(slot, state, target, nextRefresh, run);
    }

    /** Whether there is nothing in this one that the other one does not tell. */
    boolean saysTheSameAs(SharedReport other) {
        return connector.equals(other.connector)
                && state.equals(other.state)
                && target == other.target
                && run.equals(other.run)
                && isAbout(nextRefresh, other.nextRefresh);
    }

    private static boolean isAbout(Optional<Instant> one, Optional<Instant> other) {
        return (one.isPresent() && other.isPresent())
                ? Duration.between(one.get(), other.get()).abs().compareTo(JITTER) < 0
                : one.equals(other);
    }
}
