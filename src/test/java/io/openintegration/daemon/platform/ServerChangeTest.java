package io.openintegration.daemon.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.configuration.ConfigurationMessage;
import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.message.AuditOriginator;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.runtime.ApplyReport;
import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a changed document does to a server itself, beside its connectors. */
class ServerChangeTest {

    private static final UserId OPERATOR = new UserId("garygeeke");

    private final RecordingAuditLog auditLog = new RecordingAuditLog();
    private final ServerChange change = new ServerChange();
    private final RunningServer server = new RunningServer(
            configuration("Coco", 1000),
            new AuditOriginator("store", "Metadata Access Store", "Coco"),
            auditLog,
            new SettableClock().instant());

    @Test
    void unchangedDocumentChangesNothing() {
        assertThat(change.apply(server, configuration("Coco", 1000), ConnectorSelection.ALL, OPERATOR))
                .isEqualTo(new ServerApplyReport(true, List.of(), List.of(), ApplyReport.NOTHING));
    }

    @Test
    void pageSizeActsAtOnceAndTheAuditLogSaysWhoChangedIt() {
        ServerApplyReport report = change.apply(server, configuration("Coco", 5), ConnectorSelection.ALL, OPERATOR);

        assertThat(report.inForce()).containsExactly("maxPageSize");
        assertThat(report.atRestart()).isEmpty();
        assertThat(auditLog.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo("SERVER-CONFIGURATION-0030");
            assertThat(entry.message().text()).contains("garygeeke", "store", "maxPageSize");
        });
    }

    @Test
    void organizationWaitsForARestartHoweverOftenItIsApplied() {
        ServerConfiguration wanted = configuration("Other", 1000);

        assertThat(change.apply(server, wanted, ConnectorSelection.ALL, OPERATOR)
                        .atRestart())
                .containsExactly("organizationName");
        assertThat(change.apply(server.with(wanted), wanted, ConnectorSelection.ALL, OPERATOR)
                        .atRestart())
                .containsExactly("organizationName");
        assertThat(auditLog.entries("SERVER-CONFIGURATION-0031")).hasSize(2);
    }

    @Test
    void newWarningsOfTheDocumentAreLoggedOnce() {
        Message warning = ConfigurationMessage.UNKNOWN_FIELD.with("$.colour");
        ServerConfiguration wanted = configuration("Coco", 1000, warning);

        change.apply(server, wanted, ConnectorSelection.ALL, OPERATOR);
        change.apply(server.with(wanted), wanted, ConnectorSelection.ALL, OPERATOR);

        assertThat(auditLog.entries(warning.id())).hasSize(1);
    }

    @Test
    void serverDoesNotBecomeOneOfAnotherType() {
        ServerConfiguration daemon = new ServerConfiguration(
                server.name(),
                ServerType.INTEGRATION_DAEMON,
                "",
                OPERATOR,
                1000,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());

        assertThatThrownBy(() -> change.requireSameType(server, daemon))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SERVER-CONFIGURATION-409-030")
                .hasMessageContaining("Integration Daemon");
    }

    private static ServerConfiguration configuration(String organization, int pageSize, Message... warnings) {
        return new ServerConfiguration(
                new ServerName("store"),
                ServerType.METADATA_ACCESS_STORE,
                organization,
                new UserId("npa"),
                pageSize,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(warnings));
    }
}
