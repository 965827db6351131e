package io.openintegration.daemon.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a node does for a daemon at one moment.
 *
 * @param since when the node took this role
 * @param onDuty which node runs the connectors, as far as this one knows; empty where none has told yet
 * @param age of a node that stands by: how old is what it knows of the connectors; empty where it knows nothing, and on the
 *     node that runs them
 */
public record DutyReport(Role role, Instant since, Optional<DutyNotice> onDuty, Optional<Duration> age) {

    /** What a node does. */
    public enum Role {
        /** It runs the connectors. */
        ACTIVE,
        /** Another one does, or will; this one takes over where that ends. */
        STANDBY
    }
}
