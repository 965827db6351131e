package io.openintegration.daemon.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.openintegration.daemon.runtime.ConnectorProviders;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.JdbcDrivers;
import io.openintegration.daemon.spi.LineageIntegratorConnector;
import io.openintegration.daemon.testing.FakeFilesIntegratorContext;
import io.openintegration.daemon.testing.FakeLineageIntegratorContext;
import io.openintegration.daemon.testing.KafkaBroker;
import io.openintegration.daemon.testing.ObjectStore;
import io.openintegration.daemon.testing.PluginDirectory;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.RecordingSink;
import io.openintegration.daemon.testing.SftpHost;
import io.openintegration.daemon.testing.TestMariaDb;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins are loaded beside an application that knows neither them nor their libraries. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ConnectorPluginsTest {

    private static final String MONITOR = "io.openintegration.daemon.connectors.files.DataFilesMonitorProvider";
    private static final String S3_LIBRARIES =
            "/software/amazon/awssdk/|/org/apache/httpcomponents/|/org/reactivestreams/";

    private static final String JDBC_LIBRARIES = "/org/postgresql/|/org/mariadb/jdbc/|/com/h2database/";

    @TempDir
    Path base;

    private final RecordingAuditLog auditLog = new RecordingAuditLog();
    private PluginDirectory directory;

    @BeforeEach
    void prepare() throws IOException {
        directory = new PluginDirectory(Files.createDirectory(base.resolve("plugins")));
    }

    private ConnectorPlugins load() {
        return new ConnectorPlugins(Optional.of(directory.path()), new WithoutPlugins(), auditLog);
    }

    /** As the platform does. */
    private static ConnectorProviders all(ConnectorPlugins plugins) {
        List<IntegrationConnectorProvider> providers = new ArrayList<>();
        ServiceLoader.load(IntegrationConnectorProvider.class).forEach(providers::add);
        providers.addAll(plugins.providers());
        return new ConnectorProviders(providers);
    }

    /** With a context loader that knows nothing of the plug-in, as the server's threads have. */
    private RecordingSink refresh(ConnectorPlugins plugins, Connection connection) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new WithoutPlugins());
        try {
            FilesIntegratorConnector connector = (FilesIntegratorConnector)
                    all(plugins).find(connection).orElseThrow().create(connection);
            connector.initialize(new FakeFilesIntegratorContext(base));
            connector.start();
            RecordingSink sink = new RecordingSink();
            connector.refresh(sink);
            connector.disconnect();
            return sink;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void s3PluginServesItsAddressesUnderTheNameOfTheUsualMonitor() throws IOException {
        directory.make("s3", S3_LIBRARIES);
        ObjectStore store = ObjectStore.shared();
        store.makeBucket("plugged-in");
        store.put("plugged-in", "landing/a.csv", "a,b\n");
        Connection connection = new Connection(
                MONITOR,
                Optional.of("s3://plugged-in/landing"),
                Map.of("endpointUrl", "http://127.0.0.1:" + store.port()),
                Optional.of(ObjectStore.ACCOUNT),
                Optional.of(ObjectStore.SECRET),
                Map.of());

        try (ConnectorPlugins plugins = load()) {
            assertThat(auditLog.ids()).containsExactly("PLATFORM-PLUGIN-0001");
            assertThat(refresh(plugins, connection)
                            .item("s3://plugged-in/landing/a.csv")
                            .parts())
                    .hasSize(1);
        }
    }

    @Test
    void sftpPluginServesItsAddressesUnderTheNameOfTheUsualMonitor() throws IOException {
        directory.make("sftp", "/org/apache/sshd/");
        Files.writeString(Files.createDirectory(base.resolve("landing-area")).resolve("a.csv"), "a,b\n");
        try (SftpHost host = new SftpHost(base);
                ConnectorPlugins plugins = load()) {
            String address = "sftp://127.0.0.1:" + host.port() + "/landing-area";
            Connection connection = new Connection(
                    MONITOR,
                    Optional.of(address),
                    Map.of("hostKeyFingerprint", host.fingerprint()),
                    Optional.of(SftpHost.USER),
                    Optional.of(SftpHost.PASSWORD),
                    Map.of());

            assertThat(auditLog.ids()).containsExactly("PLATFORM-PLUGIN-0001");
            assertThat(refresh(plugins, connection).item(address + "/a.csv").parts())
                    .hasSize(1);
        }
    }

    @Test
    void kafkaPluginLogsInByClassesOfItsOwn() throws IOException {
        directory.make(
                "kafka", "/org/apache/kafka/kafka-clients/|/com/github/luben/|/at/yawk/lz4/|/org/xerial/snappy/");
        Connection connection = new Connection(
                "io.openintegration.daemon.connectors.lineage.kafka.OpenLineageKafkaReceiverProvider",
                Optional.empty(),
                Map.of("topic", "lineage", "securityProtocol", "SASL_PLAINTEXT", "requestTimeout", 20),
                Optional.of(KafkaBroker.SAM),
                Optional.of(KafkaBroker.SCRAMMED),
                Map.of());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (KafkaBroker broker = KafkaBroker.start(port -> port);
                ConnectorPlugins plugins = load()) {
            thread.setContextClassLoader(new WithoutPlugins());
            LineageIntegratorConnector receiver =
                    (LineageIntegratorConnector) new ConnectorProviders(plugins.providers())
                            .find(connection)
                            .orElseThrow()
                            .create(new Connection(
                                    connection.providerClassName(),
                                    Optional.of(broker.addressWithAccount()),
                                    connection.configurationProperties(),
                                    connection.userId(),
                                    connection.clearPassword(),
                                    Map.of()));
            receiver.initialize(new FakeLineageIntegratorContext());
            List<ConnectionTestStep> steps = new ArrayList<>();
            receiver.connectionTest().orElseThrow().run(steps::add);

            assertThat(steps)
                    .as(steps.toString())
                    .anyMatch(step -> step.kind() == ConnectionTestStep.Kind.LOG_IN
                            && step.outcome() == ConnectionTestStep.Outcome.PASSED);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void addressesOfOtherSchemesStayWithTheMonitorItself() throws IOException {
        directory.make("s3", S3_LIBRARIES);

        try (ConnectorPlugins plugins = load()) {
            ConnectorProviders providers = all(plugins);

            assertThat(providers.find(MONITOR).orElseThrow().getClass().getName())
                    .isEqualTo(MONITOR);
            for (String address : List.of("landing-area", "/srv/s3", "file:///srv", "sftp://h/x", "s3:x")) {
                Connection connection = new Connection(
                        MONITOR, Optional.of(address), Map.of(), Optional.empty(), Optional.empty(), Map.of());
                assertThat(providers.find(connection).orElseThrow().getClass().getName())
                        .isEqualTo(MONITOR);
            }
        }
    }

    @Test
    void brokenPluginIsNamedInOneLineAndTheOthersAreLoaded() throws IOException {
        directory.make("s3", S3_LIBRARIES);
        directory.makeHollow("missing-class", "org.example.NoSuchProvider\n");
        directory.makeHollow("wrong-class", "java.lang.String\n");
        directory.makeHollow("nonsense", "this is, no class\n");
        directory.makeHollow("nothing", "");
        Files.createDirectory(directory.path().resolve("empty"));
        Files.writeString(
                Files.createDirectory(directory.path().resolve("garbage")).resolve("x.jar"), "no jar at all");
        Files.writeString(directory.path().resolve("README.txt"), "not a plug-in");

        try (ConnectorPlugins plugins = load()) {
            assertThat(plugins.providers()).hasSize(2);
        }

        assertThat(auditLog.ids())
                .containsOnly("PLATFORM-PLUGIN-0001", "PLATFORM-PLUGIN-0002")
                .hasSize(7);
        assertThat(auditLog.entries("PLATFORM-PLUGIN-0002"))
                .extracting(entry -> entry.message().text())
                .allSatisfy(text -> assertThat(text).hasLineCount(1))
                .anySatisfy(text -> assertThat(text).contains("missing-class", "org.example.NoSuchProvider"));
    }

    @Test
    void pluginWithoutItsLibrariesFailsItsOwnConnectorsAlone() throws IOException {
        directory.make("sftp", "");
        Connection connection = new Connection(
                MONITOR,
                Optional.of("sftp://user@127.0.0.1/x"),
                Map.of("hostKeyFingerprint", "SHA256:" + "A".repeat(43)),
                Optional.empty(),
                Optional.of("secret"),
                Map.of());

        try (ConnectorPlugins plugins = load()) {
            assertThat(catchThrowable(() -> refresh(plugins, connection))).isInstanceOf(LinkageError.class);
        }
    }

    @Test
    void driversOfAPluginAreFoundByTheirUrlsAndWork() throws Exception {
        directory.makeOf("jdbc", JDBC_LIBRARIES);
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try (ConnectorPlugins plugins = load()) {
            JdbcDrivers drivers = plugins.drivers();

            assertThat(auditLog.entries("PLATFORM-PLUGIN-0001"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.message().text()).contains("jdbc", "3 JDBC drivers"));
            assertThat(List.of("jdbc:postgresql://h/d", "jdbc:mariadb://h/d", "jdbc:h2:mem:d"))
                    .allSatisfy(url -> assertThat(drivers.accepting(url))
                            .get()
                            .extracting(
                                    driver -> driver.getClass().getClassLoader().getName())
                            .isEqualTo("jdbc"));
            assertThat(drivers.accepting("jdbc:derby://h/d")).isEmpty();
            String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:plugged_in";
            try (java.sql.Connection connection = withoutContextLoader(
                    () -> drivers.accepting(url).orElseThrow().connect(url, new Properties()))) {
                assertThat(connection.isValid(5)).isTrue();
            }
        } finally {
            server.stop();
        }
    }

    @Test
    @EnabledIf("io.openintegration.daemon.testing.TestMariaDb#isWanted")
    void driverOfMariaDbFindsItsOwnPartsInAPlugin() throws Exception {
        directory.makeOf("jdbc", JDBC_LIBRARIES);
        String url = "jdbc:mariadb://127.0.0.1:" + TestMariaDb.port() + "/";
        Properties account = new Properties();
        account.setProperty("user", TestMariaDb.ROOT);
        try (ConnectorPlugins plugins = load();
                java.sql.Connection connection = withoutContextLoader(
                        () -> plugins.drivers().accepting(url).orElseThrow().connect(url, account))) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("MariaDB");
        }
    }

    private static <T> T withoutContextLoader(Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new WithoutPlugins());
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void directoryThatIsNotThereIsReportedAndThePlatformGoesOn() {
        try (ConnectorPlugins plugins =
                new ConnectorPlugins(Optional.of(base.resolve("nowhere")), new WithoutPlugins(), auditLog)) {
            assertThat(plugins.providers()).isEmpty();
        }
        assertThat(auditLog.ids()).containsExactly("PLATFORM-PLUGIN-0003");
    }

    @Test
    void withoutADirectoryNothingIsLoadedAndNothingSaid() {
        try (ConnectorPlugins plugins = new ConnectorPlugins(Optional.empty(), new WithoutPlugins(), auditLog)) {
            assertThat(plugins.providers()).isEmpty();
        }
        assertThat(auditLog.ids()).isEmpty();
    }

    /** The application as it is deployed: the WAR has neither the plug-ins' classes nor their libraries. */
    private static final class WithoutPlugins extends ClassLoader {

        private static final List<String> NOT_IN_THE_WAR = List.of(
                "io.openintegration.daemon.connectors.files.s3.",
                "io.openintegration.daemon.connectors.files.sftp.",
                "software.amazon.",
                "org.apache.hc.",
                "io.openintegration.daemon.connectors.lineage.kafka.",
                "org.apache.sshd.",
                "org.apache.kafka.",
                "org.postgresql.",
                "org.mariadb.",
                "org.h2.");

        private WithoutPlugins() {
            super(ConnectorPluginsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (NOT_IN_THE_WAR.stream().anyMatch(name::startsWith)) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.endsWith(Driver.class.getName()) ? Collections.emptyEnumeration() : super.getResources(name);
        }

        @Override
        public URL getResource(String name) {
            return NOT_IN_THE_WAR.stream().anyMatch(name.replace('/', '.')::startsWith)
                    ? null
                    : super.getResource(name);
        }
    }
}
