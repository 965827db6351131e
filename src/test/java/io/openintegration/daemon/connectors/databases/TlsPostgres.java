package io.openintegration.daemon.connectors.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A PostgreSQL on loopback that encrypts, with a certificate for {@code localhost} by an authority of its own. */
final class TlsPostgres implements AutoCloseable {

    private static final String SECRET = "changeit";
    private static final char[] PASSWORD = SECRET.toCharArray();

    private final Path home;
    private final EmbeddedPostgres server;

    TlsPostgres(Path home) throws Exception {
        this.home = home;
        makeCertificates();
        Path key = home.resolve("server.key");
        Files.writeString(
                key,
                pem("PRIVATE KEY", store("server").getKey("server", PASSWORD).getEncoded()));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Redirect log = Redirect.appendTo(home.resolve("postgres.log").toFile());
        System.setProperty(
                "ot.epg.working-dir",
                Path.of("target/postgres").toAbsolutePath().toString());
        server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", home.resolve("server.pem").toString())
                .setServerConfig("ssl_key_file", key.toString())
                .setDataDirectory(home.resolve("data"))
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
    }

    int port() {
        return server.getPort();
    }

    /** Trusts the authority of that name: {@code ca} signed the server's certificate, {@code other} did not. */
    SSLContext trusting(String authority) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        Certificate certificate = store(authority).getCertificate(authority);
        trusted.setCertificateEntry(authority, certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private void makeCertificates() throws IOException, InterruptedException {
        for (String authority : List.of("ca", "other")) {
            keytool(authority, "-genkeypair", "-keyalg", "RSA", "-dname", "CN=" + authority, "-ext", "bc:c");
        }
        keytool("server", "-genkeypair", "-keyalg", "RSA", "-dname", "CN=localhost");
        keytool("server", "-certreq", "-file", file("server.csr"));
        keytool(
                "ca",
                "-gencert",
                "-infile",
                file("server.csr"),
                "-outfile",
                file("server.pem"),
                "-rfc",
                "-ext",
                "san=dns:localhost");
    }

    private String file(String name) {
        return home.resolve(name).toString();
    }

    private void keytool(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("-alias", name, "-keystore", file(name + ".p12"), "-storepass", SECRET));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("keytool.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(home.resolve("keytool.log")));
        }
    }

    private KeyStore store(String name) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(home.resolve(name + ".p12").toFile(), PASSWORD);
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + kind
                + "-----\n";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
