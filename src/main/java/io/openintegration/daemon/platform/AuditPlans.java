package io.openintegration.daemon.platform;

import io.openintegration.daemon.audit.AuditDestination;
import io.openintegration.daemon.audit.DestinationPlan;
import io.openintegration.daemon.audit.FileAuditDestination;
import io.openintegration.daemon.audit.FileLimits;
import io.openintegration.daemon.audit.JmsAuditTopic;
import io.openintegration.daemon.audit.ServerPlan;
import io.openintegration.daemon.audit.Slf4jAuditDestination;
import io.openintegration.daemon.configuration.AuditDestinationConfiguration;
import io.openintegration.daemon.configuration.AuditFileLimits;
import io.openintegration.daemon.message.Severity;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Turns the audit log destinations of a document into what is done with a server's records. */
final class AuditPlans {

    private final ConnectionFactory connections;
    private final Clock clock;

    /** @param connections for topics */
    AuditPlans(ConnectionFactory connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * Where nothing is configured: the default. Where something is, exactly that, but for the database: the audit trail is
     * kept in any case (docs/adr/0015).
     */
    ServerPlan of(List<AuditDestinationConfiguration> configured) {
        if (configured.isEmpty()) {
            return ServerPlan.DEFAULT;
        }
        Set<Severity> console = EnumSet.noneOf(Severity.class);
        Set<Severity> trail = EnumSet.allOf(Severity.class);
        Optional<Duration> retention = Optional.empty();
        List<DestinationPlan> destinations = new ArrayList<>();
        Names names = new Names();
        for (AuditDestinationConfiguration destination : configured) {
            if (destination instanceof AuditDestinationConfiguration.Console lines) {
                console.addAll(lines.severities());
            } else if (destination instanceof AuditDestinationConfiguration.Database database) {
                trail = database.severities();
                retention = database.retention();
            } else if (destination instanceof AuditDestinationConfiguration.Files files) {
                destinations.add(files(files, names.next("files")));
            } else if (destination instanceof AuditDestinationConfiguration.Topic topic) {
                destinations.add(plan(
                        names.next("topic"),
                        topic.topic(),
                        topic.severities(),
                        name -> new JmsAuditTopic(name, connections, topic.topic())));
            } else if (destination instanceof AuditDestinationConfiguration.Slf4j log) {
                destinations.add(plan(names.next("slf4j"), "", log.severities(), Slf4jAuditDestination::new));
            }
        }
        return new ServerPlan(console, trail, retention, destinations);
    }

    private DestinationPlan files(AuditDestinationConfiguration.Files files, String planned) {
        AuditFileLimits limits = files.limits();
        record Place(Object directory, AuditFileLimits limits) {}
        return plan(
                planned,
                new Place(files.directory(), limits),
                files.severities(),
                name -> new FileAuditDestination(
                        name,
                        files.root(),
                        files.directory(),
                        new FileLimits(limits.fileBytes(), limits.retention(), limits.totalBytes(), limits.files()),
                        clock));
    }

    private static DestinationPlan plan(
            String name, Object place, Set<Severity> severities, Function<String, AuditDestination> destination) {
        return new DestinationPlan(name, place, severities, () -> destination.apply(name));
    }

    /** Names that anybody may see, since health shows them: no directories, no topics. */
    private static final class Names {
        private final Map<String, Integer> used = new HashMap<>();

        String next(String kind) {
            int count = used.merge(kind, 1, Integer::sum);
            return count == 1 ? kind : kind + " " + count;
        }
    }
}
