package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.Severity;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is done with the audit records of one server.
 *
 * @param console severities that are printed; may be empty
 * @param trail severities that are filed in the audit trail
 * @param retention how long the trail keeps them; empty means the platform's standard
 * @param destinations where they go besides
 */
public record ServerPlan(
        Set<Severity> console, Set<Severity> trail, Optional<Duration> retention, List<DestinationPlan> destinations) {

    /** For a server whose document names no destinations (Egeria's protocol), and for what belongs to no server. */
    public static final ServerPlan DEFAULT = new ServerPlan(
            ConsoleAuditDestination.DEFAULT_SEVERITIES, EnumSet.allOf(Severity.class), Optional.empty(), List.of());

    public ServerPlan {
        console = Set.copyOf(console);
        trail = Set.copyOf(trail);
        destinations = List.copyOf(destinations);
    }
}
