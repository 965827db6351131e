package io.openintegration.daemon.it;

import static io.openintegration.daemon.it.DaemonClient.DAEMON;
import static io.openintegration.daemon.it.DaemonClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users, passwords and bearer tokens over HTTP, and over a restart of the application. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessIT {

    private static final String APPLICATION = "application";
    private static final String PETER = "api/v1/users/peter%20profile";
    private static final String PASSWORD = "correct horse battery";
    private static final String STATUS = DAEMON.replace("users/garygeeke", "users/peter%20profile") + "status";

    @ArquillianResource
    private Deployer deployer;

    private static String token;
    private static String revoked;

    private final DaemonClient client = new DaemonClient(URI.create(System.getProperty("test.url")));

    @Deployment(name = APPLICATION, managed = false, testable = false)
    static WebArchive application() {
        return DaemonWar.built();
    }

    @Test
    @Order(1)
    void administratorMakesUsersAndNobodySeesPasswords() {
        deployer.deploy(APPLICATION);

        HttpResponse<String> made = client.send("PUT", PETER, user("viewer", PASSWORD));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location").orElseThrow()).endsWith(PETER);
        assertThat(made.body()).isEqualTo("{\"userId\":\"peter profile\",\"roles\":[\"viewer\"]}");
        assertThat(client.get("api/v1/users").toString())
                .contains("peter profile", "admin")
                .doesNotContain("password")
                .doesNotContain("hash");
        assertThat(client.send("PUT", "api/v1/users/a%3Ab", user("viewer", PASSWORD))
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.send("PUT", "api/v1/users/short", user("viewer", "short"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.send("GET", "api/v1/users/nobody", "").statusCode()).isEqualTo(404);
        assertThat(client.send("DELETE", "api/v1/users/admin", "").statusCode()).isEqualTo(409);
        assertThat(client.send("PATCH", PETER, "{}").statusCode()).isEqualTo(405);
    }

    @Test
    @Order(2)
    void lostRaceIsToldByThePrecondition() {
        String tag = client.send("GET", PETER, "").headers().firstValue("ETag").orElseThrow();

        assertThat(client.send("PUT", PETER, user("operator", null), "If-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(client.send("PUT", PETER, user("operator", null), "If-None-Match", "*")
                        .statusCode())
                .isEqualTo(412);
        assertThat(client.send("PUT", "api/v1/users/new", user("operator", PASSWORD), "If-Match", "*")
                        .statusCode())
                .isEqualTo(412);
        assertThat(client.send("PUT", PETER, user("operator", null), "If-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.send("DELETE", PETER, "", "If-Match", tag).statusCode())
                .isEqualTo(412);
        assertThat(client.send("GET", PETER, "", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(3)
    void tokenIsBareTextAndOpensWhatItsUserMay() {
        for (String path : List.of("api/token", "servers/nobody/api/token")) {
            for (String accept :
                    List.of("*/*", "application/json", "text/plain", "application/json, application/*+json")) {
                HttpResponse<String> answer =
                        ask(path, login(PASSWORD), "Accept", accept, "Authorization", "Bearer old");
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.body()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
                token = answer.body();
            }
        }
        assertThat(ask("api/token", login(PASSWORD)).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).isEqualToIgnoringCase("text/plain;charset=UTF-8"));
        assertThat(ask("api/token", login(PASSWORD), "Accept", "application/json, application/*+json")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).isEqualTo("application/json"));

        assertThat(bearer("GET", STATUS).statusCode()).isEqualTo(200);
        assertThat(json(bearer("GET", "api/v1/me")).path("roles"))
                .hasToString("[\"operator\",\"producer\",\"viewer\"]");
        assertThat(bearer("GET", "api/v1/users").statusCode()).isEqualTo(403);
        assertThat(client.sendAs("", "GET", STATUS, "", "authorization", "bEARER " + token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.send("GET", STATUS, "", "Authorization", "Bearer " + token)
                        .statusCode())
                .as("two headers")
                .isEqualTo(401);
    }

    @Test
    @Order(4)
    void badRequestsForATokenAreAnsweredInEgeriasForm() {
        failed(401, ask("api/token", login("wrong")), "ACCESS-401-003");
        failed(401, ask("api/token", "{}"), "ACCESS-401-003");
        failed(400, ask("api/token", "{"), "REST-REQUEST-400-001");
        failed(413, ask("api/token", " ".repeat(1_100_000)), "REST-REQUEST-413-001");
        assertThat(client.sendAs("", "POST", "api/token", "x", "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
        assertThat(client.sendAs("", "GET", "api/token", "").statusCode()).isEqualTo(401);
        assertThat(client.sendAs("", "POST", "api/token;x", login(PASSWORD), "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @Order(5)
    void roleTakenAwayIsGoneAtOnce() {
        client.send("PUT", PETER, user("viewer", null));
        assertThat(json(bearer("GET", "api/v1/me")).path("roles")).hasToString("[\"viewer\"]");
        JsonNode refused = json(bearer("POST", STATUS.replace("status", "restart")));
        assertThat(refused.path("exceptionErrorMessageId").asText()).isEqualTo("REST-REQUEST-403-001");
    }

    @Test
    @Order(6)
    void tokensAndRevocationsSurviveARestart() {
        revoked = ask("api/token", login(PASSWORD)).body();
        assertThat(client.sendAs("", "DELETE", "api/token", "", "Authorization", "Bearer " + revoked)
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.send("DELETE", "api/token", "").statusCode()).isEqualTo(400);

        deployer.undeploy(APPLICATION);
        deployer.deploy(APPLICATION);

        assertThat(bearer("GET", "api/v1/me").statusCode()).isEqualTo(200);
        HttpResponse<String> answer = client.sendAs("", "GET", "api/v1/me", "", "Authorization", "Bearer " + revoked);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("messageId").asText()).isEqualTo("ACCESS-401-002");
        assertThat(answer.headers().allValues("WWW-Authenticate")).hasSize(2);
    }

    @Test
    @Order(7)
    void administratorEndsAllTokensOfAUser() {
        assertThat(client.send("DELETE", PETER + "/tokens", "").statusCode()).isEqualTo(204);
        assertThat(bearer("GET", "api/v1/me").statusCode()).isEqualTo(401);
        token = ask("api/token", login(PASSWORD)).body();
        assertThat(bearer("GET", "api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(8)
    void userChangesItsPasswordAndItsTokensEnd() {
        String change = "{\"currentPassword\":\"" + PASSWORD + "\",\"newPassword\":\"" + PASSWORD + " staple\"}";
        assertThat(bearer("PUT", "api/v1/users/admin/password", change).statusCode())
                .isEqualTo(403);
        assertThat(bearer("PUT", PETER + "/password", change.replace(PASSWORD + "\",", "wrong\","))
                        .statusCode())
                .isEqualTo(403);
        assertThat(bearer("PUT", PETER + "/password", change).statusCode()).isEqualTo(204);

        assertThat(bearer("GET", "api/v1/me").statusCode()).isEqualTo(401);
        assertThat(client.sendAs("peter profile:" + PASSWORD + " staple", "GET", "api/v1/me", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(9)
    void removedUserIsOutAtOnceAndAllOfItIsAudited() {
        assertThat(client.send("DELETE", PETER, "").statusCode()).isEqualTo(204);
        assertThat(client.sendAs("peter profile:" + PASSWORD + " staple", "GET", "api/v1/me", "")
                        .statusCode())
                .isEqualTo(401);
        for (String id : List.of(
                "ACCESS-0001",
                "ACCESS-0007",
                "ACCESS-0009",
                "ACCESS-0010",
                "ACCESS-0011",
                "ACCESS-0012",
                "ACCESS-0013",
                "ACCESS-0014",
                "ACCESS-0017")) {
            DaemonClient.until(() -> !client.audited("platform", id).isEmpty());
            assertThat(client.audited("platform", id)).allSatisfy(event -> {
                assertThat(event.path("severity").asText()).isEqualTo("Security");
                assertThat(event.toString()).doesNotContain("horse").doesNotContain("eyJ");
            });
        }
        deployer.undeploy(APPLICATION);
    }

    private HttpResponse<String> ask(String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/json";
        return client.sendAs("", "POST", path, body, all);
    }

    private HttpResponse<String> bearer(String method, String path) {
        return bearer(method, path, "");
    }

    private HttpResponse<String> bearer(String method, String path, String body) {
        return client.sendAs("", method, path, body, "Authorization", "Bearer " + token);
    }

    private static void failed(int status, HttpResponse<String> answer, String id) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode failure = json(answer);
        assertThat(failure.path("class").asText()).isEqualTo("FFDCResponseBase");
        assertThat(failure.path("relatedHTTPCode").asInt()).isEqualTo(status);
        assertThat(failure.path("exceptionErrorMessageId").asText()).isEqualTo(id);
        for (String field : List.of(
                "exceptionClassName",
                "actionDescription",
                "exceptionErrorMessage",
                "exceptionErrorMessageParameters",
                "exceptionSystemAction",
                "exceptionUserAction")) {
            assertThat(failure.has(field)).as(field).isTrue();
        }
    }

    private static String login(String password) {
        return "{\"class\":\"TokenRequestBody\",\"userId\":\"peter profile\",\"password\":\"" + password + "\"}";
    }

    private static String user(String role, String password) {
        return "{\"roles\":[\"" + role + "\"]" + (password == null ? "" : ",\"password\":\"" + password + "\"") + "}";
    }
}
