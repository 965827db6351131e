package io.openintegration.daemon.connectors.files.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.testing.RecordingSink;
import io.openintegration.daemon.testing.SftpHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen of another host, how little is asked for, and what can go wrong. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SftpLandingAreaTest {

    private static final String IDS = "BASIC-FILES-INTEGRATION-CONNECTORS-";

    @TempDir
    Path base;

    private SftpFixture fixture;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new SftpFixture(base);
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private ItemKey key(String path) {
        return new ItemKey(fixture.url(path));
    }

    private ConnectorException failureOfStart(Connection connection) {
        FilesIntegratorConnector monitor = SftpFixture.monitor(connection);
        monitor.initialize(fixture.context());
        return require(catchThrowableOfType(ConnectorException.class, monitor::start));
    }

    /** What holds for every failure. */
    private ConnectorException require(ConnectorException failure) {
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage()).hasLineCount(1).startsWith(IDS);
        StringWriter everything = new StringWriter();
        failure.printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).doesNotContain(SftpHost.PASSWORD, "PRIVATE KEY");
        assertThat(fixture.context().auditLog().entries().toString()).doesNotContain(SftpHost.PASSWORD);
        fixture.proxy().mend();
        assertThat(fixture.nothingOpen()).isTrue();
        return failure;
    }

    private static void assertFailure(ConnectorException failure, String id, FailureOrigin origin) {
        assertThat(failure.reason().id()).isEqualTo(IDS + id);
        assertThat(failure.origin()).isEqualTo(origin);
    }

    private Connection withKey(String privateKey, String passphrase) {
        Map<String, String> secured = new HashMap<>();
        secured.put("privateKey", privateKey);
        if (passphrase != null) {
            secured.put("privateKeyPassphrase", passphrase);
        }
        return fixture.connection(fixture.url(""), Map.of(), Optional.empty(), secured);
    }

    private static String openSsh(KeyPair key, String passphrase) throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        OpenSSHKeyEncryptionContext encryption = null;
        if (passphrase != null) {
            encryption = new OpenSSHKeyEncryptionContext();
            encryption.setPassword(passphrase);
            encryption.setCipherType("256");
        }
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", encryption, text);
        return text.toString(StandardCharsets.UTF_8);
    }

    @Test
    void filesAreCataloguedUnderTheNameOfTheHost() throws IOException {
        fixture.file("drop-foot/week-01.csv", "patient,left\n4711,1.5\n");

        RecordingSink sink = fixture.refresh();

        assertThat(sink.scopes().keySet()).containsExactly(key(""), key("/drop-foot"));
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
        ItemDescription file = sink.item(fixture.url("/drop-foot/week-01.csv"));
        assertThat(file.type()).isEqualTo(new TypeName("CSVFile"));
        assertThat(file.qualifiedName().value()).isEqualTo(fixture.server() + "::/landing-area/drop-foot/week-01.csv");
        assertThat(file.properties().text("pathName")).contains(fixture.url("/drop-foot/week-01.csv"));
        assertThat(file.parts().get(0).parts()).hasSize(2);
        assertThat(((PropertyValue.TextMap)
                                file.properties().get("additionalProperties").orElseThrow())
                        .values())
                .containsEntry("size", "22")
                .containsKey("permissions");
        assertThat(fixture.nothingOpen()).isTrue();
    }

    @Test
    void unchangedFilesAreNotOpened() throws IOException {
        fixture.file("a.csv", "a,b\n" + "1,2\n".repeat(100_000));
        Map<ItemKey, String> known = new HashMap<>();
        fixture.refresh().items().forEach((key, item) -> known.put(key, item.stamp()));
        FilesIntegratorConnector monitor = fixture.started(fixture.connection());
        long before = fixture.proxy().answered();

        monitor.refresh(new RecordingSink((key, stamp) -> stamp.equals(known.get(key))));

        assertThat(fixture.proxy().answered() - before).isLessThan(16_384);
    }

    @Test
    void headerOfALargeFileIsReadWithoutTheRest() throws IOException {
        fixture.file("large.csv", "patient,left,right\n" + "4711,1.5,1.7\n".repeat(400_000));
        long before = fixture.proxy().answered();

        RecordingSink sink = fixture.refresh();

        assertThat(sink.item(fixture.url("/large.csv")).parts()).hasSize(1);
        assertThat(fixture.proxy().answered() - before).isLessThan(200_000);
    }

    @Test
    void folderOfManyFilesIsListedToItsEnd() throws IOException {
        for (int i = 0; i < 1_234; i++) {
            fixture.file("many/" + i + ".txt", "");
        }

        RecordingSink sink = fixture.refresh();

        assertThat(sink.scope(fixture.url("/many")).items()).hasSize(1_234);
        assertThat(sink.scope(fixture.url("/many")).isComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines.csv", "患者データ.csv", "emoji 🩺.csv", " ", "-rf", "a::b.csv", "a%2Fb.csv", "..."})
    void oddNamesAreKeptAsTheyAre(String name) throws IOException {
        fixture.file(name, "x,y\n");

        RecordingSink sink = fixture.refresh();

        assertThat(sink.items()).containsOnlyKeys(key("/" + name));
        assertThat(sink.item(fixture.url("/" + name)).properties().text("fileName"))
                .contains(name);
        assertThat(sink.unreadable()).isEmpty();
    }

    @Test
    void linksAreFollowedWithinTheDirectoryOnly() throws IOException {
        Path real = fixture.file("real.csv", "a,b\n");
        Files.createSymbolicLink(fixture.directory().resolve("link.csv"), real.getFileName());
        Files.writeString(base.resolve("secret.csv"), "password\n");
        Files.createSymbolicLink(fixture.directory().resolve("out.csv"), Path.of("../secret.csv"));
        Files.createSymbolicLink(fixture.directory().resolve("broken"), Path.of("nothing"));
        Files.createSymbolicLink(fixture.directory().resolve("up"), Path.of(".."));

        RecordingSink sink = fixture.refresh();

        assertThat(sink.items()).containsKey(key("/real.csv")).doesNotContainKeys(key("/out.csv"), key("/broken"));
        assertThat(sink.scopes()).hasSize(1);
        assertThat(sink.unreadable()).containsKeys(key("/out.csv"), key("/broken"));
    }

    @Test
    void directoryThatIsGoneInTheMiddleFailsTheRefreshAndCompletesNothing() throws IOException {
        fixture.file("sub/a.txt", "x");
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.value().endsWith("sub")) {
                try {
                    Files.move(fixture.directory(), base.resolve("gone"));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        });
        FilesIntegratorConnector monitor = fixture.started(fixture.connection());

        assertFailure(
                require(catchThrowableOfType(ConnectorException.class, () -> monitor.refresh(sink))),
                "404-101",
                FailureOrigin.THIRD_PARTY);
        assertThat(sink.scopes().values()).noneMatch(RecordingSink.Scope::isComplete);
    }

    @Test
    void knownHostsEntryLetsTheHostIn() throws IOException {
        fixture.file("a.txt", "x");
        String line =
                "[127.0.0.1]:" + fixture.proxy().port() + " " + fixture.host().publicKey();
        Map<String, Object> properties = Map.of("hostKeyFingerprint", "", "knownHosts", "# hosts\n" + line + "\n");

        assertThat(fixture.refresh(fixture.connection(fixture.url(""), properties), new RecordingSink())
                        .items())
                .hasSize(1);
    }

    @Test
    void knownHostsEntryOfAnotherHostDoesNotCount() {
        String line =
                "[127.0.0.2]:" + fixture.proxy().port() + " " + fixture.host().publicKey();
        Map<String, Object> properties = Map.of("hostKeyFingerprint", "", "knownHosts", line);

        assertFailure(
                failureOfStart(fixture.connection(fixture.url(""), properties)),
                "400-106",
                FailureOrigin.CONFIGURATION);
    }

    @Test
    void hostWithoutAConfiguredKeyIsNotConnectedTo() {
        ConnectorException failure =
                failureOfStart(fixture.connection(fixture.url(""), Map.of("hostKeyFingerprint", "")));

        assertFailure(failure, "400-106", FailureOrigin.CONFIGURATION);
        assertThat(fixture.proxy().asked()).isEmpty();
    }

    @Test
    void changedHostKeyEndsTheConnectionBeforeAnySecretIsSent() {
        Connection connection = fixture.connection();
        fixture.host().changeKey();

        ConnectorException failure = failureOfStart(connection);

        assertFailure(failure, "403-102", FailureOrigin.CONFIGURATION);
        assertThat(failure.getMessage()).contains(fixture.host().fingerprint());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "a passphrase")
    void privateKeyLogsIn(String passphrase) throws Exception {
        KeyPair key = SftpHost.newKey();
        fixture.host().welcome(key.getPublic());
        fixture.file("a.txt", "x");

        assertThat(fixture.refresh(withKey(openSsh(key, passphrase), passphrase), new RecordingSink())
                        .items())
                .hasSize(1);
    }

    @Test
    void wrongPassphraseIsAConfigurationError() throws Exception {
        assertFailure(
                failureOfStart(withKey(openSsh(SftpHost.newKey(), "right"), "wrong")),
                "400-103",
                FailureOrigin.CONFIGURATION);
    }

    @Test
    void keyThatIsNotWelcomeIsAConfigurationError() throws Exception {
        assertFailure(
                failureOfStart(withKey(openSsh(SftpHost.newKey(), null), null)),
                "401-101",
                FailureOrigin.CONFIGURATION);
    }

    @Test
    void wrongPasswordIsAConfigurationError() {
        assertFailure(
                failureOfStart(fixture.connection(fixture.url(""), Map.of(), Optional.of("not it"), Map.of())),
                "401-101",
                FailureOrigin.CONFIGURATION);
    }

    @Test
    void noSecretAtAllIsAConfigurationError() {
        assertFailure(
                failureOfStart(fixture.connection(fixture.url(""), Map.of(), Optional.empty(), Map.of())),
                "400-103",
                FailureOrigin.CONFIGURATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sftp://",
                "sftp:///x",
                "sftp://user:drop-foot-secret-4711@host/x",
                "http://h/x",
                "sftp://h/x?y",
                "x"
            })
    void addressOfAnotherFormIsAConfigurationErrorAndTellsNoSecret(String address) {
        assertFailure(failureOfStart(fixture.connection(address, Map.of())), "400-102", FailureOrigin.CONFIGURATION);
    }

    @ParameterizedTest
    @CsvSource({"hostKeyFingerprint, MD5:aa:bb", "hostKeyFingerprint, any", "knownHosts, nonsense", "timeout, -PT1S"})
    void propertyThatCannotBeUsedIsNamed(String property, String value) {
        ConnectorException failure = failureOfStart(fixture.connection(fixture.url(""), Map.of(property, value)));

        assertFailure(failure, "400-103", FailureOrigin.CONFIGURATION);
        assertThat(failure.getMessage()).contains(property);
    }

    @Test
    void addressesThatTrustThisHostAreNotConnectedTo() {
        assertFailure(
                failureOfStart(fixture.connection("sftp://169.254.169.254/x", Map.of())),
                "400-104",
                FailureOrigin.CONFIGURATION);
    }

    @Test
    void missingDirectoryIsNamed() {
        ConnectorException failure = failureOfStart(fixture.connection(fixture.url("/nothing"), Map.of()));

        assertFailure(failure, "404-101", FailureOrigin.THIRD_PARTY);
        assertThat(failure.getMessage()).contains(fixture.url("/nothing"));
    }

    @Test
    void fileIsNotADirectory() throws IOException {
        fixture.file("a.txt", "x");

        assertFailure(
                failureOfStart(fixture.connection(fixture.url("/a.txt"), Map.of())),
                "400-002",
                FailureOrigin.CONFIGURATION);
    }

    @Test
    void refusedConnectionIsTheThirdPartysFault() throws IOException {
        fixture.proxy().refuse();

        assertFailure(failureOfStart(fixture.connection()), "503-101", FailureOrigin.THIRD_PARTY);
    }

    @Test
    void silenceFromTheBeginningEndsInTime() {
        fixture.proxy().cut();

        assertFailure(
                failureOfStart(fixture.connection(fixture.url(""), Map.of("timeout", "PT2S"))),
                "504-101",
                FailureOrigin.THIRD_PARTY);
    }

    @Test
    void silenceInTheMiddleEndsTheRefreshInTime() throws IOException {
        fixture.file("sub/a.txt", "x");
        FilesIntegratorConnector monitor =
                fixture.started(fixture.connection(fixture.url(""), Map.of("timeout", "PT3S")));
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.value().endsWith("landing-area")) {
                fixture.proxy().cut();
            }
        });

        ConnectorException failure =
                require(catchThrowableOfType(ConnectorException.class, () -> monitor.refresh(sink)));

        assertFailure(failure, "504-101", FailureOrigin.THIRD_PARTY);
        assertThat(sink.scopes().values()).noneMatch(RecordingSink.Scope::isComplete);
    }

    @Test
    void connectionThatBreaksInTheMiddleFailsTheRefreshAndCompletesNothing() throws IOException {
        fixture.file("sub/a.txt", "x");
        FilesIntegratorConnector monitor = fixture.started(fixture.connection());
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.value().endsWith("landing-area")) {
                fixture.proxy().breakAfter(0);
            }
        });

        ConnectorException failure =
                require(catchThrowableOfType(ConnectorException.class, () -> monitor.refresh(sink)));

        assertFailure(failure, "503-101", FailureOrigin.THIRD_PARTY);
        assertThat(sink.scopes().values()).noneMatch(RecordingSink.Scope::isComplete);
    }

    @Test
    void interruptedRefreshEnds() throws IOException {
        fixture.file("a.csv", "a,b\n");
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.value().endsWith("a.csv")) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatThrownBy(() -> fixture.refresh(fixture.connection(), sink)).hasMessageStartingWith(IDS + "503-001");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void serverOfAnotherKindIsTheThirdPartysFault() throws Exception {
        try (ServerSocket web = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answerLikeAWebServer(web));
            answering.start();

            ConnectorException failure = failureOfStart(
                    fixture.connection("sftp://127.0.0.1:" + web.getLocalPort() + "/x", Map.of("timeout", "PT3S")));

            assertThat(failure.origin()).isEqualTo(FailureOrigin.THIRD_PARTY);
            answering.join();
        }
    }

    private static void answerLikeAWebServer(ServerSocket web) {
        try (Socket socket = web.accept()) {
            socket.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\n\r\n<html/>".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
