package io.openintegration.daemon.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveredKeysTest {

    private static final String DISCOVERY = "/realms/corp/.well-known/openid-configuration";

    private HttpServer server;
    private String base;
    private DiscoveredKeys keys;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
        keys = new DiscoveredKeys(base + "/realms/corp");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void keysAreFoundByDiscoveryPublicOnesAlone() throws Exception {
        JWK key = new RSAKeyGenerator(2_048).keyID("one").generate();
        JWK secret = new OctetSequenceKey.Builder(new byte[32]).keyID("two").build();
        answer(DISCOVERY, 200, discovery(base + "/realms/corp", base + "/keys"));
        answer("/keys", 200, new JWKSet(List.of(key, secret)).toString(false));

        assertThat(keys.fetch().getKeys()).containsExactly(key.toPublicJWK());
    }

    @Test
    void documentOfAnotherIssuerIsRefused() {
        answer(DISCOVERY, 200, discovery(base + "/realms/other", base + "/keys"));

        unavailable("names another issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/keys", "file:///etc/passwd", "ftp://127.0.0.1/", "keys", ""})
    void keysComeFromNowhereUnsafe(String url) {
        answer(DISCOVERY, 200, discovery(base + "/realms/corp", url));

        unavailable("no safe URL");
    }

    @Test
    void redirectionIsNotFollowed() {
        answer("/elsewhere", 200, discovery(base + "/realms/corp", base + "/keys"));
        server.createContext(DISCOVERY, exchange -> {
            exchange.getResponseHeaders().set("Location", base + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });

        unavailable("it answers by HTTP 302");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "null", "{"})
    void anythingElseIsRefused(String content) {
        answer(DISCOVERY, 200, content);

        assertThatThrownBy(() -> keys.fetch()).isInstanceOf(KeysUnavailableException.class);
    }

    @Test
    void hugeAnswerIsNotReadToItsEnd() {
        answer(DISCOVERY, 200, " ".repeat(1 << 20));

        assertThatThrownBy(() -> keys.fetch()).isInstanceOf(KeysUnavailableException.class);
    }

    @Test
    void issuerThatIsNotThereIsReportedWithoutItsWords() {
        answer(DISCOVERY, 503, "secret words");
        assertThatThrownBy(() -> keys.fetch())
                .isInstanceOf(KeysUnavailableException.class)
                .hasMessage("it answers by HTTP 503");
        server.stop(0);
        unavailable("ConnectException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example.org/",
                "http://127.0.0.1.evil.example/",
                "http://localhost.evil.example/",
                "https://user@id.example.org/",
                "https://id.example.org/?x",
                "https://id.example.org/#x",
                "https:///x",
                "id.example.org",
                "jar:https://id.example.org/x",
                "https://id.example.org/a b"
            })
    void unsafeUrlsAreToldApart(String url) {
        assertThat(IssuerUrl.isSafe(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example.org",
                "HTTPS://id.example.org/realms/corp",
                "http://localhost:8080/x",
                "http://127.0.0.1/x",
                "http://[::1]:8080/x"
            })
    void safeUrlsAreToldApart(String url) {
        assertThat(IssuerUrl.isSafe(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/keys",
                "https://localhost/keys",
                "https://LOCALHOST/keys",
                "http://127.0.0.1/keys",
                "https://[::1]/keys",
                "https://[::ffff:127.0.0.1]/keys",
                "https://169.254.169.254/keys",
                "https://[fe80::1]/keys",
                "https://0.0.0.0/keys"
            })
    void keysOfARemoteIssuerAreNotOnThisHost(String url) {
        assertThat(IssuerUrl.isSafeForKeys(url, "https://id.example.org/")).isFalse();
    }

    @Test
    void keysMayBeOnAnotherHostAndThoseOfALocalIssuerOnThisOne() {
        assertThat(IssuerUrl.isSafeForKeys("https://keys.example.net/k", "https://id.example.org/"))
                .isTrue();
        assertThat(IssuerUrl.isSafeForKeys("http://localhost/k", "http://127.0.0.1/"))
                .isTrue();
        assertThat(IssuerUrl.isSafeForKeys("https://169.254.169.254/k", "http://127.0.0.1/"))
                .isFalse();
    }

    private void unavailable(String why) {
        assertThatThrownBy(() -> keys.fetch())
                .isInstanceOf(KeysUnavailableException.class)
                .hasMessageContaining(why);
    }

    private static String discovery(String issuer, String keys) {
        return "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + keys + "\"}";
    }

    private void answer(String path, int status, String content) {
        server.createContext(path, exchange -> {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
