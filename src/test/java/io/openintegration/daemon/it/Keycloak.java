package io.openintegration.daemon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real identity provider for the tests of a class: Keycloak, as the build unpacked it, on loopback alone, with the realms
 * of {@code src/test/keycloak}. It is prepared once for each unpacking, started before the first test and stopped after the
 * last, also where tests fail or are broken off. Its output is {@code target/keycloak/keycloak.log}.
 */
final class Keycloak implements BeforeAllCallback, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Path REALMS = Path.of("src/test/keycloak");

    private final Path home = Path.of(System.getProperty("test.oidc.home"));
    private final String base = "http://localhost:" + System.getProperty("test.oidc.port");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Thread end = new Thread(this::stop);

    private Process process;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        importRealms();
        Path prepared = home.resolve("prepared-for-tests");
        if (Files.notExists(prepared)) {
            Process build = run("build", "--db=dev-mem");
            assertThat(build.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(build.exitValue()).as("see %s", log()).isZero();
            Files.createFile(prepared);
        }
        Runtime.getRuntime().addShutdownHook(end);
        process = run(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + System.getProperty("test.oidc.port"),
                "--hostname=" + base);
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> !process.isAlive() || isReady());
        assertThat(process.isAlive()).as("see %s", log()).isTrue();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
        Runtime.getRuntime().removeShutdownHook(end);
    }

    /** A token for a user, by its password. */
    String token(String realm, String client, String user) {
        String form = Stream.of(
                        "grant_type=password",
                        "client_id=" + encoded(client),
                        "username=" + encoded(user),
                        "password=for-tests-only",
                        "scope=openid")
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(base + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return DaemonClient.json(answer).path("access_token").asText();
    }

    private void importRealms() throws IOException {
        Path target = Files.createDirectories(home.resolve("data/import"));
        try (Stream<Path> realms = Files.list(REALMS)) {
            for (Path realm : realms.toList()) {
                Files.copy(realm, target.resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Process run(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve("bin/kc.sh").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"); // it lives too briefly for more
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private boolean isReady() {
        try {
            return send(HttpRequest.newBuilder(URI.create(base + "/realms/daemon/.well-known/openid-configuration")))
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException e) {
            return false; // it does not listen yet
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The script, and the server that it started. */
    private void stop() {
        if (process != null) {
            List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList();
            family.forEach(ProcessHandle::destroyForcibly); // its data are in memory
            family.forEach(
                    member -> member.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        }
    }

    private Path log() {
        return home.resolveSibling("keycloak.log");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
