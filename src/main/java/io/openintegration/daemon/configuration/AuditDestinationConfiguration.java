package io.openintegration.daemon.configuration;

import io.openintegration.daemon.message.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** One audit log destination of a server. Equal ones are the same destination, left as it is when documents change. */
public sealed interface AuditDestinationConfiguration {

    /** Records of other severities are left out; never empty. */
    Set<Severity> severities();

    /** Lines on the console. */
    record Console(Set<Severity> severities) implements AuditDestinationConfiguration {
        public Console {
            severities = Set.copyOf(severities);
        }
    }

    /** Lines in the application server's log, by SLF4J. */
    record Slf4j(Set<Severity> severities) implements AuditDestinationConfiguration {
        public Slf4j {
            severities = Set.copyOf(severities);
        }
    }

    /**
     * The audit trail in the daemon's own database.
     *
     * @param retention how long its records are kept; empty means as long as the platform keeps records
     */
    record Database(Set<Severity> severities, Optional<Duration> retention) implements AuditDestinationConfiguration {
        public Database {
            severities = Set.copyOf(severities);
        }
    }

    /**
     * Files of JSON lines.
     *
     * @param root the permitted directory that everything must stay in, also behind links
     * @param directory where the files are, below the root; the server's own
     */
    record Files(Set<Severity> severities, Path root, Path directory, AuditFileLimits limits)
            implements AuditDestinationConfiguration {
        public Files {
            severities = Set.copyOf(severities);
        }
    }

    /** A topic of the messaging engine. */
    record Topic(Set<Severity> severities, String topic) implements AuditDestinationConfiguration {
        public Topic {
            severities = Set.copyOf(severities);
        }
    }
}
