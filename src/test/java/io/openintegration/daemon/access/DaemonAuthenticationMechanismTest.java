package io.openintegration.daemon.access;

import static io.openintegration.daemon.access.CredentialsTest.basic;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.testing.Answers;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaemonAuthenticationMechanismTest {

    @TempDir
    Path data;

    private final Answers answers = new Answers();
    private final StringWriter body = new StringWriter();
    private DaemonAuthenticationMechanism mechanism;
    private String path = "/api/v1/me";

    @BeforeEach
    void makeUsers() {
        SettableClock clock = new SettableClock();
        UserDirectory users = new UserDirectory(data, clock);
        users.put(new UserId("peter"), Set.of(Role.OPERATOR), "secret");
        SecurityEvents events = new SecurityEvents(new RecordingAuditLog(), clock);
        LoginSchemes schemes = new LoginSchemes(new PasswordLogin(users, events, clock), new OneToken());
        mechanism = new DaemonAuthenticationMechanism(() -> schemes);
    }

    @Test
    void rightCredentialsMakeACallerWithItsRoles() throws Exception {
        assertThat(request(basic("peter:secret"))).isTrue();
        assertThat(answers.calls())
                .anyMatch(call -> call.startsWith("notifyContainerAboutLogin[peter, [")
                        && call.contains("operator")
                        && call.contains("viewer"));
    }

    @Test
    void requestWithoutCredentialsIsChallenged() throws Exception {
        assertThat(request()).isFalse();
        assertThat(answers.calls())
                .contains(
                        "setStatus[401]",
                        "setHeader[WWW-Authenticate, Basic realm=\"integration-daemon\", charset=\"UTF-8\"]",
                        "addHeader[WWW-Authenticate, Bearer realm=\"integration-daemon\"]",
                        "setContentType[application/problem+json]");
        assertThat(body.toString()).contains("\"status\":401").contains("\"messageId\":\"ACCESS-401-001\"");
    }

    @Test
    void wrongMalformedAndDoubledCredentialsAreChallenged() throws Exception {
        for (String[] headers : List.of(
                new String[] {basic("peter:wrong")},
                new String[] {"Basic ???"},
                new String[] {"Digest token"},
                new String[] {"Bearer good", "Bearer good"},
                new String[] {"Bearer good, Basic x"},
                new String[] {"Bearergood"},
                new String[] {""},
                new String[] {basic("peter:secret"), basic("peter:secret")})) {
            answers.calls().clear();
            assertThat(request(headers)).isFalse();
            assertThat(answers.calls()).contains("setStatus[401]");
        }
    }

    @Test
    void throttledRequestIsToldWhenToComeBack() throws Exception {
        for (int i :
                IntStream.rangeClosed(0, LoginThrottle.FREE_FOR_USER_AT_ADDRESS).toArray()) {
            request(basic("peter:wrong" + i));
        }
        answers.calls().clear();

        assertThat(request(basic("peter:secret"))).isFalse();
        assertThat(answers.calls()).contains("setStatus[429]", "setHeader[Retry-After, 1]");
        assertThat(body.toString()).contains("ACCESS-429-001");
    }

    @Test
    void goodTokenMakesACallerHoweverItsSchemeIsWritten() throws Exception {
        assertThat(request("Bearer good")).isTrue();
        assertThat(request("bEARER  good ")).isTrue();
    }

    @Test
    void badTokenIsToldApartInTheChallenge() throws Exception {
        assertThat(request("Bearer bad")).isFalse();
        assertThat(answers.calls())
                .contains(
                        "setStatus[401]",
                        "setHeader[WWW-Authenticate, Basic realm=\"integration-daemon\", charset=\"UTF-8\"]",
                        "addHeader[WWW-Authenticate, Bearer realm=\"integration-daemon\", error=\"invalid_token\"]");
        assertThat(body.toString()).contains("\"messageId\":\"ACCESS-401-002\"");
    }

    @Test
    void tokenOfAnIssuerThatIsAwayIsNobodysFault() throws Exception {
        assertThat(request("Bearer away")).isFalse();
        assertThat(answers.calls()).contains("setStatus[503]", "setHeader[Retry-After, 30]");
        assertThat(body.toString()).contains("ACCESS-503-001").contains("Service Unavailable");
    }

    @Test
    void openOperationNeedsNoCallerAndItsCredentialsAreNotLookedAt() throws Exception {
        path = "/servers/cocoMDS1/api/token";
        assertThat(request()).isTrue();
        assertThat(request("Bearer bad")).isTrue();
        assertThat(answers.calls()).noneMatch(call -> call.startsWith("notifyContainerAboutLogin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/token/",
                "/api/token;x",
                "/api;x/token",
                "//api/token",
                "/api/token/x",
                "/API/token",
                "/servers//api/token",
                "/servers/a/b/api/token",
                "/servers/a;x/api/token",
                "/x/api/token"
            })
    void nothingElseIsOpen(String other) throws Exception {
        path = other;
        assertThat(request()).isFalse();
    }

    @Test
    void openOperationIsOpenForItsMethodAlone() {
        assertThat(OpenOperations.contains("POST /api/token")).isTrue();
        assertThat(OpenOperations.contains("DELETE /api/token")).isFalse();
        assertThat(OpenOperations.contains("GET /api/token")).isFalse();
        String origin = "/open-metadata/platform-services/server-platform/origin";
        assertThat(OpenOperations.contains("GET " + origin)).isTrue();
        assertThat(OpenOperations.contains("DELETE " + origin)).isFalse();
        assertThat(OpenOperations.contains("GET /open-metadata/platform-services/users/u/server-platform/origin"))
                .isFalse();
    }

    /** Knows one token that is good, and an issuer that is away. */
    private static final class OneToken implements LoginScheme {

        @Override
        public String word() {
            return "Bearer";
        }

        @Override
        public LoginResult login(String credentials, String address) {
            return switch (credentials) {
                case "good" -> new LoginResult.Accepted(new Caller(new UserId("peter"), Set.of(Role.VIEWER)));
                case "away" -> new LoginResult.Unavailable(Duration.ofSeconds(30));
                default -> new LoginResult.TokenRefused();
            };
        }
    }

    /** Sends a request through mechanism and filter, as the container does; whether it got through to the application. */
    private boolean request(String... headers) throws Exception {
        Map<String, Object> attributes = new HashMap<>();
        AtomicReference<Principal> caller = new AtomicReference<>();
        HttpServletRequest request = answers.as(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getHeaders" -> Collections.enumeration(List.of(headers));
            case "getRemoteAddr" -> "127.0.0.1";
            case "getMethod" -> "POST";
            case "getContextPath" -> "";
            case "getRequestURI" -> path;
            case "setAttribute" -> attributes.put((String) arguments.get(0), arguments.get(1));
            case "getAttribute" -> attributes.get(arguments.get(0));
            case "getUserPrincipal" -> caller.get();
            default -> null;
        });
        HttpServletResponse response = answers.as(
                HttpServletResponse.class,
                (method, arguments) -> method.equals("getWriter") ? new PrintWriter(body) : null);
        HttpMessageContext context = answers.as(HttpMessageContext.class, (method, arguments) -> {
            if (method.equals("getMessageInfo")) {
                return answers.as(MessageInfo.class, (name, nothing) -> new HashMap<>());
            }
            if (method.equals("notifyContainerAboutLogin")) {
                caller.set(() -> (String) arguments.get(0));
                return AuthenticationStatus.SUCCESS;
            }
            return AuthenticationStatus.NOT_DONE;
        });
        mechanism.validateRequest(request, response, context);
        AtomicBoolean through = new AtomicBoolean();
        new CallerFilter().doFilter(request, response, (any, thing) -> through.set(true));
        return through.get();
    }
}
