package io.openintegration.daemon.connectors.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.DatabaseIntegratorConnector;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import io.openintegration.daemon.testing.RecordingSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever answers in place of a database cannot hold up the connector for long, nor have it say or do what it should not. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileDatabaseTest {

    private static final String SECRET = "hush-hush";
    private static final Map<String, Object> IMPATIENT = Map.of("connectTimeout", 1, "queryTimeout", 1);

    private final FakeDatabaseIntegratorContext context = new FakeDatabaseIntegratorContext();

    private static String postgres(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/shop";
    }

    private static String mariadb(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/shop";
    }

    private static String h2(int port) {
        return "jdbc:h2:tcp://127.0.0.1:" + port + "/mem:shop";
    }

    static List<Arguments> misbehaviours() {
        List<Arguments> all = new ArrayList<>();
        List<Function<Integer, String>> engines =
                List.of(HostileDatabaseTest::postgres, HostileDatabaseTest::mariadb, HostileDatabaseTest::h2);
        byte[] nonsense = "HTTP/1.1 400 Bad Request\r\n\r\nsecret hush-hush\n".getBytes(StandardCharsets.UTF_8);
        // an error of PostgreSQL whose text is a secret
        byte[] postgresError = "N\0E\0\0\0\26SFATAL\0C28P01\0Mhush-hush\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] zeros = new byte[8_192];
        byte[] ones = new byte[8_192];
        Arrays.fill(ones, (byte) 0x7f);
        for (Function<Integer, String> engine : engines) {
            all.add(Arguments.of(engine, (HostileServer.Manner) HostileServer::silent));
            all.add(Arguments.of(engine, HostileServer.saying(nonsense)));
            all.add(Arguments.of(engine, HostileServer.saying(postgresError)));
            all.add(Arguments.of(engine, HostileServer.endless(zeros)));
            all.add(Arguments.of(engine, HostileServer.endless(ones)));
            all.add(Arguments.of(engine, HostileServer.endless(nonsense)));
            all.add(Arguments.of(engine, (HostileServer.Manner) guest -> guest.close()));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("misbehaviours")
    void serverThatMisbehavesIsGivenUpInOneReadableLine(Function<Integer, String> engine, HostileServer.Manner manner)
            throws IOException {
        try (HostileServer server = new HostileServer(manner)) {
            DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(
                    DatabaseFixture.connection(engine.apply(server.port()), "daemon", SECRET, IMPATIENT));
            monitor.initialize(context);

            ConnectorException failure = catchThrowableOfType(ConnectorException.class, monitor::start);

            assertThat(failure.reason().id()).startsWith("DATABASE-INTEGRATION-CONNECTORS-");
            assertThat(failure.getMessage()).hasLineCount(1).doesNotContain(SECRET);
            monitor.disconnect();
        }
        assertThat(context.threadsEnd()).isTrue();
    }

    @Test
    void refreshThatIsInterruptedWhileADatabaseSaysNothingEnds() throws Exception {
        try (HostileServer server = new HostileServer(HostileServer::silent)) {
            DatabaseIntegratorConnector monitor = DatabaseFixture.monitor(DatabaseFixture.connection(
                    postgres(server.port()), "daemon", SECRET, Map.of("connectTimeout", 3_600, "queryTimeout", 3_600)));
            monitor.initialize(context);
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread refreshing = new Thread(() -> {
                try {
                    monitor.refresh(new RecordingSink());
                    end.complete(null);
                } catch (RuntimeException failure) {
                    end.complete(failure);
                }
            });
            refreshing.start();
            server.awaitVisit();

            refreshing.interrupt();

            assertThat(end.get()).isInstanceOfSatisfying(ConnectorException.class, failure -> assertThat(
                            failure.reason().id())
                    .isEqualTo("DATABASE-INTEGRATION-CONNECTORS-503-002"));
        }
    }

    @Test
    void queryWithoutAnAnswerIsEndedByAnInterrupt() throws Exception {
        try (PostgresFixture fixture = new PostgresFixture()) {
            fixture.execute("CREATE TABLE public.t (id int)");
            DatabaseIntegratorConnector monitor =
                    DatabaseFixture.monitor(fixture.connection(Map.of("queryTimeout", 3_600)));
            monitor.initialize(context);
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            RecordingSink sink = new RecordingSink();
            // the answer never comes: the cable is cut when the database was described, before its schemas are asked
            // for
            sink.beforeItem(key -> fixture.proxy().cut());
            Thread refreshing = new Thread(() -> {
                try {
                    monitor.refresh(sink);
                    end.complete(null);
                } catch (RuntimeException failure) {
                    end.complete(failure);
                }
            });
            refreshing.start();
            await().until(() -> !sink.scopes().isEmpty());

            refreshing.interrupt();

            assertThat(end.get()).isInstanceOfSatisfying(ConnectorException.class, failure -> {
                assertThat(failure.reason().id()).isEqualTo("DATABASE-INTEGRATION-CONNECTORS-503-002");
                assertThat(failure.origin()).isEqualTo(FailureOrigin.THIRD_PARTY);
            });
            assertThat(sink.scopes().values()).noneMatch(RecordingSink.Scope::isComplete);
            monitor.disconnect();
        }
        assertThat(context.threadsEnd()).isTrue();
    }

    @Test
    void textBeyondAllMeasureIsCutOff() throws Exception {
        try (H2Server server = new H2Server()) {
            server.execute(
                    "CREATE TABLE GOOD (ID INT)",
                    "CREATE TABLE COMMENTED (ID INT)",
                    "COMMENT ON TABLE COMMENTED IS '" + "x".repeat(100_000) + "'");

            RecordingSink sink = DatabaseFixture.described(server.connection(Map.of()), context);

            assertThat(sink.items()).hasSize(2);
            assertThat(sink.items().values()).allSatisfy(item -> assertThat(item.description()
                            .orElseThrow()
                            .properties()
                            .text("description")
                            .orElse("")
                            .length())
                    .isLessThan(20_100));
        }
    }
}
