package io.openintegration.daemon.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What the audit consumer has done since the start, for health checks. Safe from any thread. */
@ApplicationScoped
public class AuditConsumption {

    private final AtomicReference<Facts> facts =
            new AtomicReference<>(new Facts(0, 0, Optional.empty(), Duration.ZERO, Optional.empty(), Optional.empty()));

    /**
     * What is known at one moment.
     *
     * @param filed records filed since the start, and those that the database leaves out by their severity
     * @param unreadable messages dropped because they are no audit records
     * @param lastFiled when a record was filed last
     * @param lag how old that record was by then; zero where none was filed yet
     * @param failingSince since when filing fails; empty while it works
     * @param lastFailure class of the exception that filing failed with last; kept when it works again
     */
    public record Facts(
            long filed,
            long unreadable,
            Optional<Instant> lastFiled,
            Duration lag,
            Optional<Instant> failingSince,
            Optional<String> lastFailure) {}

    /** The facts at this moment. */
    public Facts facts() {
        return facts.get();
    }

    /**
     * Counts records; says whether filing had failed before.
     *
     * @param oldest when what the first of them tells of happened
     */
    boolean filed(int records, Instant oldest, Instant when) {
        Duration lag = oldest.isAfter(when) ? Duration.ZERO : Duration.between(oldest, when);
        Facts before = facts.getAndUpdate(old -> new Facts(
                old.filed() + records, old.unreadable(), Optional.of(when), lag, Optional.empty(), old.lastFailure()));
        return before.failingSince().isPresent();
    }

    void unreadable() {
        facts.updateAndGet(old -> new Facts(
                old.filed(), old.unreadable() + 1, old.lastFiled(), old.lag(), old.failingSince(), old.lastFailure()));
    }

    /** Notes a failure; says whether it is the first since filing worked. */
    boolean failed(Instant when, String failureClass) {
        Facts before = facts.getAndUpdate(old -> new Facts(
                old.filed(),
                old.unreadable(),
                old.lastFiled(),
                old.lag(),
                old.failingSince().or(() -> Optional.of(when)),
                Optional.of(failureClass)));
        return before.failingSince().isEmpty();
    }
}
