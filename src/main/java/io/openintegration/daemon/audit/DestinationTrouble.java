package io.openintegration.daemon.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Keeps what a destination's trouble is, and tells of its beginning and its end. */
final class DestinationTrouble implements WriterTrouble {

    private final String destination;
    private final Clock clock;
    private final TroubleReport report;
    private volatile Optional<Instant> since = Optional.empty();
    private volatile Optional<String> lastFailure = Optional.empty();

    DestinationTrouble(String destination, Clock clock, TroubleReport report) {
        this.destination = destination;
        this.clock = clock;
        this.report = report;
    }

    @Override
    public void met(Throwable failure) {
        String failureClass = failure.getClass().getName();
        lastFailure = Optional.of(failureClass);
        if (since.isEmpty()) {
            since = Optional.of(clock.instant());
            report.tell(AuditMessage.DESTINATION_AWAY.with(destination, failureClass), Optional.of(failure));
        }
    }

    @Override
    public void over() {
        if (since.isPresent()) {
            since = Optional.empty();
            report.tell(AuditMessage.DESTINATION_BACK.with(destination), Optional.empty());
        }
    }

    Optional<Instant> since() {
        return since;
    }

    Optional<String> lastFailure() {
        return lastFailure;
    }
}
