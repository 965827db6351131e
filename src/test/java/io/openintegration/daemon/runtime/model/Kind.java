package io.openintegration.daemon.runtime.model;

import io.openintegration.daemon.configuration.RefreshSchedule;
import io.openintegration.daemon.configuration.RestartPolicy;
import io.openintegration.daemon.testing.ConnectorEntry;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.util.Optional;

/** The connectors of the daemon, one of each kind. */
enum Kind {
    MANUAL(false, false, false),
    AUTOMATIC(true, false, false),
    ENGAGED(true, true, false),
    /** Is configured to stop some day. */
    ENDING(false, false, true);

    static final Duration INTERVAL = Duration.ofMinutes(10);

    /** When the last one stops. */
    static final Duration LIFETIME = Duration.ofDays(30);

    final boolean automatic;
    final boolean blocking;
    final boolean ending;

    Kind(boolean automatic, boolean blocking, boolean ending) {
        this.automatic = automatic;
        this.blocking = blocking;
        this.ending = ending;
    }

    ConnectorEntry entry() {
        RefreshSchedule schedule = new RefreshSchedule(
                INTERVAL,
                Optional.empty(),
                Optional.empty(),
                ending ? Optional.of(new SettableClock().instant().plus(LIFETIME)) : Optional.empty());
        return ConnectorEntry.of(name())
                .on(schedule)
                .broughtBack(automatic ? RestartPolicy.AUTOMATIC : RestartPolicy.MANUAL)
                .engaged(blocking);
    }
}
