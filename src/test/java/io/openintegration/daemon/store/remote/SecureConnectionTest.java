package io.openintegration.daemon.store.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.TrustStore;
import io.openintegration.daemon.testing.EgeriaMetadataServer;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the client trusts. */
class SecureConnectionTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final SettableClock clock = new SettableClock();
    private final RemotePlatforms platforms = new RemotePlatforms(Executors.newCachedThreadPool(), clock);

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        platforms.close();
    }

    @Test
    void platformWithATrustedCertificateIsAsked() throws Exception {
        Path keys = newKeys("localhost");
        try (EgeriaMetadataServer server = server(keys)) {
            MetadataStore store = connect(server, Optional.of(trusting(keys)));

            assertThat(store.versions(new Requester(RemoteBench.CONNECTOR, Optional.empty()), List.of()))
                    .isEmpty();
        }
    }

    @Test
    void certificateOfSomebodyUnknownIsRefused() throws Exception {
        try (EgeriaMetadataServer server = server(newKeys("localhost"))) {
            assertThatThrownBy(() -> connect(server, Optional.empty()))
                    .hasMessageStartingWith("METADATA-SERVER-CLIENT-502-001 ")
                    .hasMessageContaining("https://localhost:" + server.port());
            assertThat(server.tokensGiven()).isZero();
        }
    }

    @Test
    void certificateForAnotherHostIsRefused() throws Exception {
        Path keys = newKeys("egeria.example.org");
        try (EgeriaMetadataServer server = server(keys)) {
            assertThatThrownBy(() -> connect(server, Optional.of(trusting(keys))))
                    .hasMessageStartingWith("METADATA-SERVER-CLIENT-502-001 ")
                    .hasMessageContaining("localhost");
        }
    }

    private MetadataStore connect(EgeriaMetadataServer server, Optional<TrustStore> trust) {
        return platforms.connect(settings(server.port(), trust), EgeriaMetadataServer.NAME, RemoteBench.CONNECTOR);
    }

    private static RemotePlatformSettings settings(int port, Optional<TrustStore> trust) {
        return new RemotePlatformSettings(
                URI.create("https://localhost:" + port), Optional.of(RemoteBench.LOGIN), trust, RemoteBench.PATIENT);
    }

    private EgeriaMetadataServer server(Path keys) throws GeneralSecurityException, IOException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(loaded(keys), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new EgeriaMetadataServer(new InMemoryMetadataStore(clock), clock, Optional.of(context));
    }

    private Path newKeys(String host) throws IOException, InterruptedException {
        Path keys = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
        assertThat(keytool.exitValue()).as(said).isZero();
        return keys;
    }

    private TrustStore trusting(Path keys) throws GeneralSecurityException, IOException {
        Certificate certificate = loaded(keys).getCertificate("server");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("server", certificate);
        Path file = directory.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD);
        }
        return new TrustStore(file, Optional.of(new String(PASSWORD)), "PKCS12");
    }

    private static KeyStore loaded(Path keys) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(keys)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        }
    }
}
