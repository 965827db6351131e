package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.AuditQuery;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditTrail;
import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.testing.AuditRecords;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditedServersTest {

    private static final AuditTrail TRAIL = new AuditTrail() {
        @Override
        public void file(AuditRecord auditRecord) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AuditRecord> find(AuditQuery query) {
            return query.serverName().equals("deleted")
                    ? List.of(AuditRecords.of("deleted", 1, Severity.ERROR, "TEST-0001", "text", Optional.empty()))
                    : List.of();
        }
    };

    private final AuditedServers servers =
            new AuditedServers(server -> server.value().equals("known"), TRAIL);

    @Test
    void serverIsKnownOrHasRecordsLeft() {
        assertThat(servers.contain(new ServerName("known"))).isTrue();
        assertThat(servers.contain(new ServerName("deleted"))).isTrue();
        assertThat(servers.contain(new ServerName("never"))).isFalse();
    }
}
