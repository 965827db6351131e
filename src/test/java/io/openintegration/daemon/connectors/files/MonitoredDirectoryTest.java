package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitoredDirectoryTest {

    @TempDir
    Path base;

    private MonitorFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new MonitorFixture(base);
    }

    private ConnectorException failure(Connection connection) {
        return catchThrowableOfType(
                ConnectorException.class, () -> new MonitoredDirectory(connection, fixture.context()).check());
    }

    @Test
    void missingAddressIsAConfigurationError() {
        ConnectorException failure = failure(fixture.connection(Optional.empty(), Map.of()));

        assertThat(failure.reason().id()).isEqualTo("BASIC-FILES-INTEGRATION-CONNECTORS-400-001");
        assertThat(failure.origin()).isEqualTo(FailureOrigin.CONFIGURATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void blankAddressIsAMissingAddress(String address) {
        assertThat(failure(fixture.connection(Optional.of(address), Map.of()))
                        .reason()
                        .id())
                .isEqualTo("BASIC-FILES-INTEGRATION-CONNECTORS-400-001");
    }

    @Test
    void missingDirectoryIsNamedAsConfiguredAndAsLookedFor() {
        ConnectorException failure = failure(fixture.connection());

        assertThat(failure.origin()).isEqualTo(FailureOrigin.THIRD_PARTY);
        assertThat(failure.getMessage())
                .isEqualTo("BASIC-FILES-INTEGRATION-CONNECTORS-404-001 The directory named landing-area, looked for at "
                        + fixture.directory() + " by connector OakDeneLandingAreaFilesMonitor, does not exist");
    }

    @Test
    void fileIsNotADirectory() throws IOException {
        Files.writeString(fixture.directory(), "a file");

        ConnectorException failure = failure(fixture.connection());

        assertThat(failure.reason().id()).isEqualTo("BASIC-FILES-INTEGRATION-CONNECTORS-400-002");
        assertThat(failure.getMessage()).hasLineCount(1).contains("landing-area");
    }

    @Test
    void directoryThatMayNotBeReadIsReported() throws IOException {
        Files.createDirectory(
                fixture.directory(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("---------")));
        assumeFalse(Files.isReadable(fixture.directory()), "the account that runs the tests may read everything");

        ConnectorException failure = failure(fixture.connection());

        assertThat(failure.reason().id()).isEqualTo("BASIC-FILES-INTEGRATION-CONNECTORS-400-003");
        assertThat(failure.origin()).isEqualTo(FailureOrigin.THIRD_PARTY);
    }

    @Test
    void pathThatCannotBeAskedForIsNotReadable() throws IOException {
        Files.writeString(fixture.directory(), "a file where a directory should be");

        ConnectorException failure =
                failure(fixture.connection(Optional.of(MonitorFixture.ADDRESS + "/drop-foot"), Map.of()));

        assertThat(failure.reason().id()).isEqualTo("BASIC-FILES-INTEGRATION-CONNECTORS-400-003");
    }

    @Test
    void directoryThatIsThereIsGivenBack() throws IOException {
        Files.createDirectory(fixture.directory());

        assertThat(new MonitoredDirectory(fixture.connection(), fixture.context()).check())
                .isEqualTo(fixture.directory());
    }
}
