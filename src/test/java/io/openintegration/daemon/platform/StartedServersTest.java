package io.openintegration.daemon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.configuration.ServerConfiguration;
import io.openintegration.daemon.configuration.ServerType;
import io.openintegration.daemon.message.AuditOriginator;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of a server, from its first start on. */
class StartedServersTest {

    private static final ServerName STORE = new ServerName("store");

    private final SettableClock clock = new SettableClock();
    private final StartedServers servers = new StartedServers();

    @Test
    void serverThatNeverStartedHasNoHistory() {
        assertThat(servers.history(STORE)).isEmpty();
        assertThat(servers.find(STORE)).isEmpty();
        assertThat(servers.active()).isEmpty();
    }

    @Test
    void eachStepShowsInTheStatus() {
        Instant start = clock.instant();
        servers.starting(STORE, ServerType.METADATA_ACCESS_STORE);
        assertThat(status().activeStatus()).isEqualTo(ServerActiveStatus.STARTING);
        assertThat(servers.active()).isEmpty();

        servers.started(server(1000));
        assertThat(status().isActive()).isTrue();
        assertThat(status().services()).containsExactly("Open Metadata Store");
        assertThat(status().startTime()).contains(start);
        assertThat(status().endTime()).isEmpty();
        assertThat(servers.active()).extracting(RunningServer::name).containsExactly(STORE);

        servers.stopping(STORE);
        assertThat(status().activeStatus()).isEqualTo(ServerActiveStatus.STOPPING);
        assertThat(servers.find(STORE)).as("requests are refused already").isEmpty();

        clock.advance(Duration.ofHours(1));
        servers.ended(STORE, clock.instant());
        assertThat(status().activeStatus()).isEqualTo(ServerActiveStatus.INACTIVE);
        assertThat(status().services()).isEmpty();
        assertThat(status().endTime()).contains(start.plus(Duration.ofHours(1)));
    }

    @Test
    void serverThatCouldNotStartIsInactiveAndHasNoRun() {
        servers.starting(STORE, ServerType.METADATA_ACCESS_STORE);
        servers.ended(STORE, clock.instant());

        assertThat(status().activeStatus()).isEqualTo(ServerActiveStatus.INACTIVE);
        assertThat(status().runs()).isEmpty();
        assertThat(status().type()).contains(ServerType.METADATA_ACCESS_STORE);
    }

    @Test
    void restartedServerHasBothRunsAndTheLatestCounts() {
        Instant first = clock.instant();
        run(Duration.ofMinutes(1));
        servers.starting(STORE, ServerType.METADATA_ACCESS_STORE);
        servers.started(server(1000));

        assertThat(status().runs())
                .containsExactly(
                        new ServerRun(first, Optional.of(first.plusSeconds(60))),
                        new ServerRun(first.plusSeconds(60), Optional.empty()));
        assertThat(status().startTime()).contains(first.plusSeconds(60));
        assertThat(status().endTime()).isEmpty();
    }

    @Test
    void ofVeryManyRunsTheLatestAreKept() {
        for (int run = 0; run < ServerHistory.LONGEST + 5; run++) {
            run(Duration.ofMinutes(1));
        }

        assertThat(status().runs()).hasSize(ServerHistory.LONGEST);
        assertThat(status().endTime()).contains(clock.instant());
    }

    @Test
    void changedConfigurationBelongsToTheSameRun() {
        servers.starting(STORE, ServerType.METADATA_ACCESS_STORE);
        RunningServer server = server(1000);
        servers.started(server);

        servers.changed(server.with(configuration(5)));

        assertThat(servers.find(STORE).map(RunningServer::configuration)).contains(configuration(5));
        assertThat(status().runs()).hasSize(1);
    }

    @Test
    void forgottenServerHasNoHistory() {
        run(Duration.ofMinutes(1));

        servers.forget(STORE);

        assertThat(servers.history(STORE)).isEmpty();
    }

    private void run(Duration duration) {
        servers.starting(STORE, ServerType.METADATA_ACCESS_STORE);
        servers.started(server(1000));
        clock.advance(duration);
        servers.stopping(STORE);
        servers.ended(STORE, clock.instant());
    }

    private ServerStatus status() {
        return servers.history(STORE).orElseThrow().statusOf(STORE);
    }

    private RunningServer server(int pageSize) {
        return new RunningServer(
                configuration(pageSize),
                new AuditOriginator(STORE.value(), "Metadata Access Store", ""),
                new RecordingAuditLog(),
                clock.instant());
    }

    private static ServerConfiguration configuration(int pageSize) {
        return new ServerConfiguration(
                STORE,
                ServerType.METADATA_ACCESS_STORE,
                "",
                new UserId("user"),
                pageSize,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
