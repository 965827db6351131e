package io.openintegration.daemon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.audit.ServerPlan;
import io.openintegration.daemon.configuration.DocumentDirectory;
import io.openintegration.daemon.configuration.DocumentReader;
import io.openintegration.daemon.configuration.Placeholders;
import io.openintegration.daemon.configuration.PlatformUrls;
import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.testing.Answers;
import io.openintegration.daemon.testing.DocumentReaders;
import io.openintegration.daemon.testing.SettableClock;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentedPlansTest {

    private static final String AUDIT_DATABASE = "org.odpi.openmetadata.adapters.repositoryservices.auditlogstore."
            + "postgres.PostgreSQLAuditLogDestinationProvider";
    private static final Duration STANDARD = Duration.ofDays(30);

    @TempDir
    private Path directory;

    private DocumentedPlans documented;

    @BeforeEach
    void read() {
        DocumentDirectory documents = new DocumentDirectory(directory);
        DocumentReader reader =
                DocumentReaders.of(new Placeholders(name -> Optional.empty()), new PlatformUrls(List.of()));
        documented = new DocumentedPlans(
                () -> documents,
                () -> reader,
                new AuditPlans(
                        new Answers().as(ConnectionFactory.class, (method, arguments) -> null), new SettableClock()));
    }

    @Test
    void retentionIsThatOfTheDocumentNow() throws IOException {
        document(90);
        assertThat(retention()).contains(Duration.ofDays(90));

        document(400);
        assertThat(retention()).contains(Duration.ofDays(400));
    }

    @Test
    void retentionOfADocumentThatCannotBeUsedIsNotKnown() throws IOException {
        document(0);
        assertThat(retention()).isEmpty();
        assertThat(documented.ofRecords("s")).isEmpty();

        Files.writeString(directory.resolve("s.json"), "{");
        assertThat(retention()).isEmpty();
    }

    @Test
    void withoutDocumentItIsWhatTheServerWasStartedWith() {
        assertThat(retention()).contains(Duration.ofDays(7));
        assertThat(documented.retention("s", () -> ServerPlan.DEFAULT, STANDARD))
                .contains(STANDARD);
        assertThat(documented.ofRecords("s")).contains(ServerPlan.DEFAULT);
    }

    private Optional<Duration> retention() {
        Optional<Duration> started = Optional.of(Duration.ofDays(7));
        ServerPlan plan =
                new ServerPlan(EnumSet.noneOf(Severity.class), EnumSet.allOf(Severity.class), started, List.of());
        return documented.retention("s", () -> plan, STANDARD);
    }

    private void document(int days) throws IOException {
        Files.writeString(
                directory.resolve("s.json"),
                """
                {"class": "OMAGServerConfig", "localServerName": "s", "localServerType": "Metadata Access Store",
                 "repositoryServicesConfig": {"auditLogConnections": [{"class": "Connection",
                   "connectorType": {"connectorProviderClassName": "PROVIDER"},
                   "configurationProperties": {"retentionDays": %d}}]}}
                """
                        .replace("PROVIDER", AUDIT_DATABASE)
                        .formatted(days));
    }
}
