package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.Severity;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A destination of a server, not opened yet.
 *
 * @param name as operators read it; unique within the server, and fit to be shown to anybody
 * @param place where it writes, and how: where a plan with an equal name and place takes this one's, the destination stays
 *     open
 * @param severities records of other severities are left out
 * @param destination makes the destination; must not do anything yet that can fail or block
 */
public record DestinationPlan(
        String name, Object place, Set<Severity> severities, Supplier<? extends AuditDestination> destination) {

    public DestinationPlan {
        severities = Set.copyOf(severities);
    }

    /** What tells destinations apart while they are open. */
    record Key(String name, Object place) {}

    Key key() {
        return new Key(name, place);
    }
}
