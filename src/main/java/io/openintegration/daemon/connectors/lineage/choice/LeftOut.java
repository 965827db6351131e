package io.openintegration.daemon.connectors.lineage.choice;

import io.openintegration.daemon.spi.IntegrationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counts the events that a connector leaves out, and tells of them: the first ones, then once an hour, and at the end. Safe from any thread. */
public final class LeftOut {

    private static final Duration BETWEEN = Duration.ofHours(1);

    private final IntegrationContext context;
    private Optional<Instant> told = Optional.empty();
    private long untold;

    public LeftOut(IntegrationContext context) {
        this.context = context;
    }

    /**
     * @param events how many more were left out; none is no news
     * @param operation what the connector does, as the audit log names it
     */
    public synchronized void add(int events, String operation) {
        untold += events;
        Instant now = context.clock().instant();
        if (untold > 0 && told.filter(last -> now.isBefore(last.plus(BETWEEN))).isEmpty()) {
            told = Optional.of(now);
            tell(operation);
        }
    }

    /** Tells of those that were not told of yet. */
    public synchronized void end() {
        if (untold > 0) {
            tell("disconnect");
        }
    }

    private void tell(String operation) {
        context.auditLog().log(operation, ChoiceMessage.LEFT_OUT.with(context.connectorName(), untold));
        untold = 0;
    }
}
