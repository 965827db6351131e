package io.openintegration.daemon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Start-up servers that an outage kept from starting are started when it is over; others are left alone. */
class StartupRetryTest {

    private static final ServerName STORE = new ServerName("store");
    private static final ServerName DAEMON = new ServerName("daemon");
    private final RuntimeException outage = new MetadataStoreException(
            MetadataStoreException.Kind.UNAVAILABLE, MetadataMessage.DATABASE_FAILED.with(STORE, "08001"));
    private final RuntimeException mistake =
            new ServerUnavailableException(MetadataMessage.SERVER_NOT_AVAILABLE.with(STORE, new UserId("platform")));

    private final MissingServers missing = new MissingServers();
    private final SettableClock clock = new SettableClock();
    private final RecordingAuditLog auditLog = new RecordingAuditLog();
    private final List<ServerName> starts = new ArrayList<>();
    private final List<Duration> questions = new ArrayList<>();
    private boolean databaseIsBack;
    private Optional<RuntimeException> failure = Optional.empty();
    private Runnable meanwhile = () -> {};
    private StartupRetry retry;

    @BeforeEach
    void startPlatform() {
        missing.failed(STORE, outage);
        missing.failed(DAEMON, outage);
        retry = new StartupRetry(missing, this::databaseAnswers, this::start, clock, new StartupJournal(auditLog));
    }

    @Test
    void waitingServersStartInTheirOrderWhenTheDatabaseIsBack() {
        databaseIsBack = true;

        pass(Duration.ofSeconds(4));
        assertThat(starts).isEmpty();
        pass(Duration.ofSeconds(1));

        assertThat(starts).containsExactly(STORE, DAEMON);
        assertThat(missing.causes()).isEmpty();
        assertThat(retry.isOver()).isTrue();
        assertThat(auditLog.ids())
                .containsExactly("PLATFORM-STARTUP-0001", "PLATFORM-STARTUP-0002", "PLATFORM-STARTUP-0002");
    }

    @Test
    void databaseThatIsAwayIsAskedLessAndLessOftenAndToldOfOnce() {
        Duration begin = clock.now();
        pass(Duration.ofMinutes(5));

        assertThat(questions.stream().map(at -> at.minus(begin).toSeconds()))
                .containsExactly(5L, 15L, 35L, 75L, 135L, 195L, 255L);
        assertThat(starts).isEmpty();
        assertThat(auditLog.ids()).containsExactly("PLATFORM-STARTUP-0001");
        assertThat(missing.causes()).containsValues("OPEN-METADATA-STORE-500-001");
    }

    @Test
    void serverThatFailsBecauseOfAnOutageAgainIsTriedAgain() {
        databaseIsBack = true;
        failure = Optional.of(outage);
        pass(Duration.ofSeconds(5));
        failure = Optional.empty();
        pass(Duration.ofSeconds(10));

        assertThat(starts).containsExactly(STORE, DAEMON, STORE, DAEMON);
        assertThat(missing.causes()).isEmpty();
    }

    @Test
    void serverWithAMistakeInItsConfigurationIsNotTriedAgain() {
        databaseIsBack = true;
        failure = Optional.of(mistake);
        pass(Duration.ofMinutes(5));

        assertThat(starts).containsExactly(STORE, DAEMON);
        assertThat(missing.causes()).containsOnlyKeys(STORE, DAEMON).containsValues("OMAG-MULTI-TENANT-404-001");
        assertThat(retry.isOver()).isTrue();
    }

    @Test
    void whereOnlyMistakesKeptServersFromStartingNothingIsTried() {
        MissingServers mistaken = new MissingServers();
        mistaken.failed(STORE, mistake);
        auditLog.clear();

        StartupRetry nothing =
                new StartupRetry(mistaken, this::databaseAnswers, this::start, clock, new StartupJournal(auditLog));

        assertThat(nothing.isOver()).isTrue();
        assertThat(auditLog.ids()).isEmpty();
    }

    @Test
    void platformItselfIsNotTriedAgainWhateverItFailedFor() {
        MissingServers parts = new MissingServers();
        parts.failedForGood(StartupJournal.PLATFORM, outage);

        assertThat(parts.waiting()).isEmpty();
        assertThat(parts.causes()).containsKey(StartupJournal.PLATFORM);
    }

    @Test
    void serverThatAnOperatorStartsOrStopsIsNotTriedAgain() {
        missing.takenOver(STORE);
        missing.givenUp(DAEMON);
        databaseIsBack = true;
        pass(Duration.ofMinutes(5));

        assertThat(starts).isEmpty();
        assertThat(missing.causes()).containsOnlyKeys(STORE);
    }

    @Test
    void serverThatAnOperatorStopsWhileItFailsAgainIsNotMissed() {
        databaseIsBack = true;
        failure = Optional.of(outage);
        meanwhile = missing::givenUp;
        pass(Duration.ofMinutes(5));

        assertThat(missing.causes()).isEmpty();
        assertThat(starts).containsExactly(STORE, DAEMON);
    }

    private void pass(Duration time) {
        for (int second = 0; second < time.toSeconds(); second++) {
            clock.advance(Duration.ofSeconds(1));
            retry.tick();
        }
    }

    private boolean databaseAnswers() {
        questions.add(clock.now());
        return databaseIsBack;
    }

    private boolean start(ServerName server) {
        starts.add(server);
        meanwhile.run();
        failure.ifPresent(thrown -> {
            throw thrown;
        });
        return true;
    }
}
