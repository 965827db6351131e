package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.HashSet;
import java.util.Set;

/**
 * The pipes, sockets and devices that a monitor passes over. Nothing is wrong with them, so each is told of once, by its name, for
 * as long as it stays where it is: what was told is kept from refresh to refresh.
 */
final class SpecialFiles {

    /** So many names are kept; while there are as many, no others are told of: they would be told again at each refresh. */
    static final int MOST_KNOWN = 1_000;

    private final ConnectorName connector;
    private final AuditLog auditLog;
    /** Never changed once it is here, since each refresh may have another thread. */
    private volatile Set<String> known = Set.of();

    SpecialFiles(ConnectorName connector, AuditLog auditLog) {
        this.connector = connector;
        this.auditLog = auditLog;
    }

    /** For one refresh, and its thread. */
    Look look() {
        return new Look();
    }

    /** What one refresh comes across. */
    final class Look implements AutoCloseable {

        private final FileRemarks remarks = new FileRemarks(connector, auditLog, FilesMessage.MORE_SPECIAL_FILES);
        private final Set<String> before = known;
        private final Set<String> seen = new HashSet<>();
        private boolean everywhere;

        private Look() {}

        /** @param address how to ask for it from anywhere */
        void passOver(String address) {
            if (before.size() < MOST_KNOWN && !before.contains(address) && !seen.contains(address)) {
                remarks.add(FilesMessage.SPECIAL_FILE.with(address, connector));
            }
            keep(address);
        }

        /** There are no others than those that were passed over: what is not among them is gone, and would be news again. */
        void wasEverywhere() {
            everywhere = true;
        }

        @Override
        public void close() {
            remarks.close();
            if (!everywhere) {
                before.forEach(this::keep);
            }
            known = seen;
        }

        private void keep(String address) {
            if (seen.size() < MOST_KNOWN) {
                seen.add(address);
            }
        }
    }
}
