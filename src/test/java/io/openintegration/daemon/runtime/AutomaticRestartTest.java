package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.testing.ScriptedDaemon.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.configuration.RestartPolicy;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.Gate;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import io.openintegration.daemon.testing.ScriptedDaemon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who brings failed connectors back, and when. */
class AutomaticRestartTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(10);
    private static final String BACK = "INTEGRATION-DAEMON-SERVICES-0083";
    private static final String HELD = "INTEGRATION-DAEMON-SERVICES-0112";

    private final ScriptedDaemon daemon = new ScriptedDaemon().restartPolicy(RestartPolicy.AUTOMATIC);

    @AfterEach
    void stop() throws InterruptedException {
        daemon.close();
    }

    @ParameterizedTest
    @CsvSource({
        "THIRD_PARTY, 0, 5", "THIRD_PARTY, 1, 10", "THIRD_PARTY, 2, 20", "THIRD_PARTY, 30, 600",
        "METADATA_SERVER, 0, 5", "METADATA_SERVER, 9, 60", "DAEMON, 9, 60", "CONNECTOR, 4, 80"
    })
    void delaysGrowToACeiling(FailureOrigin origin, int attempts, long seconds) {
        assertThat(Supervision.delay(origin, attempts)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void wrongConfigurationIsNeverTriedAgainAndADefectFiveTimes() {
        assertThat(Supervision.delay(FailureOrigin.CONFIGURATION, 0)).isEmpty();
        assertThat(Supervision.delay(FailureOrigin.CONNECTOR, 5)).isEmpty();
    }

    @Test
    void connectorComesBackWhenItsThirdPartyDoes() {
        DaemonBench bench =
                daemon.start(failing(FailureOrigin.THIRD_PARTY), failing(FailureOrigin.THIRD_PARTY), well());
        awaitAttemptPlanned(bench);

        bench.pass(Duration.ofSeconds(6));
        DaemonBench.until(() -> attempts(bench) == 1);
        awaitAttemptPlanned(bench);
        assertThat(bench.state(NAME).trouble().orElseThrow().firstCause()).isNotNull();
        bench.pass(Duration.ofSeconds(11));
        bench.awaitRefreshes(NAME, 1);
        bench.pass(Duration.ofSeconds(1));

        assertThat(attempts(bench)).isEqualTo(2);
        assertThat(bench.auditLog.ids()).contains("INTEGRATION-DAEMON-SERVICES-0082");
    }

    @Test
    void failuresAreForgottenAfterTenMinutesOfWork() {
        DaemonBench bench = daemon.interval(Duration.ZERO).start(failing(FailureOrigin.THIRD_PARTY), well());
        awaitAttemptPlanned(bench);
        bench.pass(Duration.ofSeconds(6));
        bench.awaitRefreshes(NAME, 1);

        bench.pass(Supervision.STABLE.minusSeconds(10));
        assertThat(bench.state(NAME).trouble()).isPresent();
        bench.pass(Duration.ofSeconds(20));

        assertThat(bench.state(NAME).trouble()).isEmpty();
    }

    @Test
    void connectorThatIgnoresInterruptsHoldsFiveThreadsAndNoMore() {
        Gate thirdParty = new Gate();
        ScriptedConnector[] hanging = Stream.generate(
                        () -> new ScriptedConnector().on(Method.START, start -> thirdParty.awaitStubbornly()))
                .limit(ConnectorWard.MOST_OPEN_CALLS)
                .toArray(ScriptedConnector[]::new);
        DaemonBench bench = daemon.start(
                Stream.concat(Stream.of(hanging), Stream.of(well())).toArray(ScriptedConnector[]::new));
        for (ScriptedConnector next : hanging) {
            passUntil(bench, () -> next.count(Method.START) == 1);
        }
        passUntil(bench, () -> bench.auditLog.ids().contains(HELD));
        bench.pass(Duration.ofHours(1));
        assertThat(attempts(bench)).isEqualTo(ConnectorWard.MOST_OPEN_CALLS - 1);
        assertThat(bench.state(NAME).trouble().orElseThrow().nextAttempt()).isEmpty();
        assertThat(bench.auditLog.entries(HELD)).hasSize(1);

        thirdParty.open();

        passUntil(bench, () -> bench.state(NAME).status() == ConnectorStatus.WAITING);
    }

    private static void passUntil(DaemonBench bench, Callable<Boolean> condition) {
        DaemonBench.until(() -> {
            bench.pass(Duration.ofSeconds(10));
            return condition.call();
        });
    }

    @Test
    void manualMeansThatTheDaemonNeverTries() {
        DaemonBench bench =
                daemon.restartPolicy(RestartPolicy.MANUAL).start(failing(FailureOrigin.THIRD_PARTY), well());
        bench.await(NAME, ConnectorStatus.FAILED);

        bench.pass(Duration.ofMinutes(30));

        assertThat(bench.state(NAME).status()).isEqualTo(ConnectorStatus.FAILED);
        assertThat(bench.state(NAME).trouble().orElseThrow().nextAttempt()).isEmpty();
    }

    @Test
    void returnOfTheMetadataServerCountsForThoseWhoAreAtAnAttemptAndNotForLaterOutages() {
        DaemonBench bench = daemon.connectors(Stream.of("Well", "Victim")).build(ScriptedConnector::new);
        bench.daemon().start();
        bench.awaitRefreshes("Well", 1);
        bench.metadataServers.stop();
        restart(bench, "Victim");
        bench.await("Victim", ConnectorStatus.INITIALIZE_FAILED);
        bench.pass(Duration.ofSeconds(3));
        DaemonBench.awaitNoOperation();
        bench.metadataServers.start();
        bench.pass(Duration.ofSeconds(10));
        bench.await("Victim", ConnectorStatus.WAITING);
        assertThat(bench.auditLog.ids()).contains("INTEGRATION-DAEMON-SERVICES-0083");

        bench.metadataServers.stop();
        restart(bench, "Well");
        bench.await("Well", ConnectorStatus.INITIALIZE_FAILED);
        bench.daemon().tick();

        assertThat(bench.state("Well").trouble().orElseThrow().nextAttempt())
                .contains(bench.clock.instant().plus(Supervision.FIRST_DELAY));
    }

    @Test
    void allVictimsOfAMetadataServerAreBackWithinTenSecondsOfItsReturn() {
        DaemonBench bench = daemon.connectors(IntStream.range(0, 20).mapToObj(number -> "C" + number))
                .interval(Duration.ZERO)
                .build(ScriptedConnector::new);
        bench.metadataServers.stop();
        bench.daemon().start();
        DaemonBench.until(() -> bench.reports().stream()
                .allMatch(report -> report.state().status() == ConnectorStatus.INITIALIZE_FAILED));
        for (int minute = 0; minute < 5; minute++) {
            bench.pass(Duration.ofMinutes(1));
            DaemonBench.awaitNoOperation();
        }

        bench.metadataServers.start();
        for (int second = 0; second < 10; second++) {
            bench.pass(Duration.ofSeconds(1));
            DaemonBench.awaitNoOperation();
        }

        DaemonBench.until(
                () -> bench.reports().stream().allMatch(report -> report.state().status() == ConnectorStatus.WAITING));
        assertThat(bench.auditLog.ids()).contains("INTEGRATION-DAEMON-SERVICES-0083");
    }

    @Test
    void victimsOfAMetadataServerShareOneProbeAndDoNotComeBackAllAtOnce() {
        Random random = new Random(7);
        DaemonBench bench = daemon.connectors(IntStream.range(0, 20).mapToObj(number -> "C" + number))
                .interval(Duration.ZERO)
                .build(ScriptedConnector::new);
        bench.chance = random;
        bench.metadataServers.stop();
        bench.daemon().start();
        DaemonBench.until(() -> bench.reports().stream()
                .allMatch(report -> report.state().status() == ConnectorStatus.INITIALIZE_FAILED));
        DaemonBench.awaitNoOperation();
        AtomicInteger questions = new AtomicInteger();
        bench.metadataServers.onConnect(questions::incrementAndGet);

        for (int second = 0; second < 4; second++) {
            bench.pass(Duration.ofSeconds(1));
            DaemonBench.awaitNoOperation();
        }
        assertThat(questions).as("in four seconds, before any attempt").hasValueBetween(2, 3);

        bench.metadataServers.start();
        DaemonBench.until(() -> {
            bench.leap(Duration.ofMillis(100));
            DaemonBench.awaitNoOperation();
            return bench.auditLog.ids().contains(BACK);
        });
        List<Instant> attempts = bench.reports().stream()
                .flatMap(report -> report.state().trouble().flatMap(Trouble::nextAttempt).stream())
                .sorted()
                .toList();

        assertThat(attempts).hasSize(20).doesNotHaveDuplicates();
        assertThat(Duration.between(attempts.get(0), attempts.get(19))).isBetween(A_SECOND, Supervision.SPREAD);
    }

    @Test
    void metadataServerThatHangsHoldsTwoThreadsByProbesAndNoMore() {
        DaemonBench bench = daemon.build(ScriptedConnector::new);
        bench.metadataServers.stop();
        bench.daemon().start();
        bench.await(NAME, ConnectorStatus.INITIALIZE_FAILED);
        DaemonBench.awaitNoOperation();
        Gate server = new Gate();
        AtomicInteger questions = new AtomicInteger();
        bench.metadataServers.onConnect(() -> {
            questions.incrementAndGet();
            server.awaitStubbornly();
        });

        DaemonBench.until(() -> {
            bench.leap(PROBE_LIMIT);
            return questions.get() > 1;
        });
        long hanging = probing();
        for (int probe = 0; probe < 10; probe++) {
            bench.leap(PROBE_LIMIT);
        }
        assertThat(probing()).isLessThanOrEqualTo(2).isGreaterThanOrEqualTo(hanging);

        bench.metadataServers.start();
        server.open();
        passUntil(bench, () -> bench.state(NAME).status() == ConnectorStatus.WAITING);
    }

    private static long probing() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Stream.of(stack)
                        .anyMatch(frame -> frame.getClassName().startsWith(MetadataServerProbes.class.getName())))
                .count();
    }

    /** The daemon plans the next attempt at the first knock after the failed operation has ended. */
    private static void awaitAttemptPlanned(DaemonBench bench) {
        bench.await(NAME, ConnectorStatus.FAILED);
        DaemonBench.until(() -> {
            bench.leap(Duration.ZERO);
            return bench.state(NAME).trouble().flatMap(Trouble::nextAttempt).isPresent();
        });
    }

    private static void restart(DaemonBench bench, String connector) {
        bench.daemon().restart(ConnectorSelection.of(new ConnectorName(connector)), DaemonBench.OPERATOR);
        DaemonBench.awaitNoOperation();
    }

    private static int attempts(DaemonBench bench) {
        return bench.state(NAME).trouble().map(Trouble::attempts).orElse(0);
    }

    private static ScriptedConnector well() {
        return new ScriptedConnector();
    }

    private static ScriptedConnector failing(FailureOrigin origin) {
        return new ScriptedConnector().on(Method.START, refresh -> {
            throw new ConnectorException(origin, RuntimeMessage.NOT_A_PATH.with("the test"));
        });
    }
}
