package io.openintegration.daemon.it;

import static io.openintegration.daemon.it.DaemonClient.DAEMON;
import static io.openintegration.daemon.it.DaemonClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users of a real identity provider: what their tokens open, and which tokens open nothing. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OidcIT {

    private static final String CONSOLE = "operators-console";
    private static final String VERAS_STATUS = DAEMON.replace("users/garygeeke", "users/vera") + "status";
    private static final String SERVICE = "integration-services/files-integrator/restart";
    private static final String VERAS_RESTART = DAEMON.replace("users/garygeeke", "users/vera") + SERVICE;

    @RegisterExtension
    static final Keycloak KEYCLOAK = new Keycloak();

    private static String hasty;

    private final DaemonClient client = new DaemonClient(URI.create(System.getProperty("test.url")));

    @Deployment
    static WebArchive application() {
        return DaemonWar.built();
    }

    @Test
    @Order(1)
    void viewerLooksAndDoesNotRestart() {
        hasty = KEYCLOAK.token("daemon", "hasty-console", "vera");
        String token = KEYCLOAK.token("daemon", CONSOLE, "vera");

        HttpResponse<String> status = bearer(token, "GET", VERAS_STATUS);
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(json(status).path("relatedHTTPCode").asInt()).isEqualTo(200);
        JsonNode me = json(bearer(token, "GET", "api/v1/me"));
        assertThat(me).hasToString("{\"userId\":\"vera\",\"roles\":[\"viewer\"]}");
        assertThat(json(bearer(token, "POST", VERAS_RESTART))
                        .path("exceptionErrorMessageId")
                        .asText())
                .isEqualTo("REST-REQUEST-403-001");
        assertThat(bearer(token, "GET", "api/v1/users").statusCode()).isEqualTo(403);
    }

    @Test
    @Order(2)
    void operatorRestartsInItsOwnNameAlone() {
        String token = KEYCLOAK.token("daemon", CONSOLE, "garygeeke");

        assertThat(json(bearer(token, "POST", DAEMON + SERVICE + "?wait=5"))
                        .path("relatedHTTPCode")
                        .asInt())
                .isEqualTo(200);
        assertThat(json(bearer(token, "POST", VERAS_RESTART))
                        .path("exceptionErrorMessageId")
                        .asText())
                .isEqualTo("ACCESS-403-001");
    }

    @Test
    @Order(3)
    void tokensOfAnotherRealmOrForAnotherAudienceOpenNothing() {
        refused(KEYCLOAK.token("other", CONSOLE, "garygeeke"));
        refused(KEYCLOAK.token("daemon", "another-application", "garygeeke"));
    }

    @Test
    @Order(4)
    void unsignedAndTamperedTokensOpenNothing() {
        String[] parts = KEYCLOAK.token("daemon", CONSOLE, "vera").split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String promoted = base64(claims.replace("metadata-viewer", "metadata-operator"));

        refused(parts[0] + "." + promoted + "." + parts[2]);
        refused(base64("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        refused(parts[0] + "." + parts[1] + ".");
    }

    @Test
    @Order(5)
    void revokedTokenOpensNothingAnyMore() {
        String token = KEYCLOAK.token("daemon", CONSOLE, "vera");
        assertThat(bearer(token, "GET", VERAS_STATUS).statusCode()).isEqualTo(200);

        assertThat(bearer(token, "DELETE", "api/token").statusCode()).isEqualTo(204);
        refused(token);
        assertThat(bearer(KEYCLOAK.token("daemon", CONSOLE, "vera"), "GET", VERAS_STATUS)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(6)
    void expiredTokenOpensNothingAnyMore() {
        DaemonClient.until(() -> bearer(hasty, "GET", VERAS_STATUS).statusCode() == 401);
        DaemonClient.until(() -> client.audited("platform", "ACCESS-0007").stream()
                .anyMatch(event -> event.path("messageText").asText().contains("expired")));
    }

    @Test
    @Order(7)
    void refusedTokensAreAuditedWithoutThem() {
        assertThat(client.audited("platform", "ACCESS-0007")).isNotEmpty().allSatisfy(event -> {
            assertThat(event.path("severity").asText()).isEqualTo("Security");
            assertThat(event.path("messageText").asText()).doesNotContain("eyJ");
        });
    }

    private HttpResponse<String> bearer(String token, String method, String path) {
        return client.sendAs("", method, path, "", "Authorization", "Bearer " + token);
    }

    private void refused(String token) {
        HttpResponse<String> answer = bearer(token, "GET", VERAS_STATUS);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("messageId").asText()).isEqualTo("ACCESS-401-002");
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .anyMatch(
                        challenge -> challenge.startsWith("Bearer ") && challenge.contains("error=\"invalid_token\""));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
