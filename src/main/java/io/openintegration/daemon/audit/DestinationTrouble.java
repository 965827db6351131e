package io.openintegration.daemon.audit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps what a destination's trouble is, and tells the application server's log of its beginning and its end (an audit
 * record about a destination that is away would only add to what waits for it).
 */
final class DestinationTrouble implements WriterTrouble {

    private static final Logger LOG = System.getLogger(DestinationTrouble.class.getName());

    private final String destination;
    private final Clock clock;
    private volatile Optional<Instant> since = Optional.empty();
    private volatile Optional<String> lastFailure = Optional.empty();

    DestinationTrouble(String destination, Clock clock) {
        this.destination = destination;
        this.clock = clock;
    }

    @Override
    public void met(Throwable failure) {
        String failureClass = failure.getClass().getName();
        lastFailure = Optional.of(failureClass);
        if (since.isEmpty()) {
            since = Optional.of(clock.instant());
            LOG.log(
                    Level.WARNING,
                    AuditMessage.DESTINATION_AWAY
                            .with(destination, failureClass)
                            .toString(),
                    failure);
        }
    }

    @Override
    public void over() {
        if (since.isPresent()) {
            since = Optional.empty();
            LOG.log(Level.INFO, AuditMessage.DESTINATION_BACK.with(destination).toString());
        }
    }

    Optional<Instant> since() {
        return since;
    }

    Optional<String> lastFailure() {
        return lastFailure;
    }
}
