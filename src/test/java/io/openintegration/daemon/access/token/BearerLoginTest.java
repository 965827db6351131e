package io.openintegration.daemon.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.openintegration.daemon.access.AccessException;
import io.openintegration.daemon.access.Caller;
import io.openintegration.daemon.access.LoginResult;
import io.openintegration.daemon.access.PasswordLogin;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.access.SecurityEvents;
import io.openintegration.daemon.access.UserAccounts;
import io.openintegration.daemon.access.UserChange;
import io.openintegration.daemon.access.UserDirectory;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerLoginTest {

    private static final UserId PETER = new UserId("peter");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String HERE = "192.0.2.1";
    private static final LoginResult REFUSED = new LoginResult.TokenRefused();

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock();
    private final RecordingAuditLog log = new RecordingAuditLog();
    private UserDirectory users;
    private OwnTokens tokens;
    private BearerLogin login;

    @BeforeEach
    void makePeter() {
        users = new UserDirectory(data, clock);
        users.put(PETER, Set.of(Role.VIEWER), "secret");
        start();
    }

    @Test
    void tokenStandsForItsUser() throws Exception {
        String token = tokens.issue(PETER);

        assertThat(login(token)).isEqualTo(accepted(Role.VIEWER));
        JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("peter");
        assertThat(claims.getIssuer()).isEqualTo("integration-daemon");
        assertThat(claims.getAudience()).containsExactly("integration-daemon");
        assertThat(claims.getIssueTime().toInstant()).isEqualTo(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(claims.getIssueTime().toInstant().plus(HOUR));
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(log.ids()).isEmpty();
    }

    @Test
    void rolesAreThoseOfTheMoment() {
        String token = tokens.issue(PETER);
        changeRoles(Role.OPERATOR);

        assertThat(login(token)).isEqualTo(accepted(Role.OPERATOR));
        changeRoles();
        assertThat(login(token)).isEqualTo(accepted());
    }

    @Test
    void newPasswordEndsAllTokensAlsoThoseOfTheSameSecond() {
        String old = tokens.issue(PETER);
        users.put(PETER, Set.of(Role.VIEWER), "new secret");
        String fresh = tokens.issue(PETER);

        refused(old, TokenRefusal.REVOKED);
        assertThat(login(fresh)).isEqualTo(accepted(Role.VIEWER));
    }

    @Test
    void tokenOfAUserThatIsGoneIsWorthNothing() throws IOException {
        String token = tokens.issue(PETER);
        Files.delete(data.resolve("users.json"));
        users = new UserDirectory(data, clock);
        start();
        refused(token, TokenRefusal.REVOKED);

        users.put(PETER, Set.of(Role.ADMINISTRATOR), "somebody else of that name");
        refused(token, TokenRefusal.REVOKED);
    }

    @Test
    void tokensSurviveARestart() throws IOException {
        String token = tokens.issue(PETER);
        start();

        assertThat(login(token)).isEqualTo(accepted(Role.VIEWER));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("token-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherPlatformsTokensAreRefused(@TempDir Path other) {
        String foreign = new OwnTokens(other, users, HOUR, clock).issue(PETER);

        refused(foreign, TokenRefusal.SIGNATURE);
    }

    @Test
    void tokenEndsWithItsTime() {
        String token = tokens.issue(PETER);
        clock.advance(HOUR.plus(ClaimsRule.LEEWAY).minusSeconds(2));
        assertThat(login(token)).isEqualTo(accepted(Role.VIEWER));
        clock.advance(Duration.ofSeconds(2));

        refused(token, TokenRefusal.EXPIRED);
    }

    @Test
    void tokenOfTheFutureIsNotValidYet() throws Exception {
        Instant later = clock.instant().plus(ClaimsRule.LEEWAY).plusSeconds(2);

        refused(signed(claims -> claims.issueTime(Date.from(later))), TokenRefusal.NOT_YET_VALID);
        refused(signed(claims -> claims.notBeforeTime(Date.from(later))), TokenRefusal.NOT_YET_VALID);
        assertThat(login(signed(claims -> claims.notBeforeTime(Date.from(later.minusSeconds(5))))))
                .isEqualTo(accepted(Role.VIEWER));
    }

    @Test
    void otherIssuersAudiencesAndUsersAreRefused() throws Exception {
        refused(signed(claims -> claims.issuer("integration-daemon ")), TokenRefusal.UNKNOWN_ISSUER);
        refused(signed(claims -> claims.issuer(null)), TokenRefusal.UNKNOWN_ISSUER);
        refused(signed(claims -> claims.audience("another")), TokenRefusal.AUDIENCE);
        refused(signed(claims -> claims.audience((String) null)), TokenRefusal.AUDIENCE);
        refused(signed(claims -> claims.expirationTime(null)), TokenRefusal.MALFORMED);
        refused(signed(claims -> claims.subject(null)), TokenRefusal.USER);
        refused(signed(claims -> claims.claim("stamp", null)), TokenRefusal.USER);
        refused(signed(claims -> claims.subject("erin")), TokenRefusal.REVOKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "NONE", "nOnE"})
    void unsignedTokenIsRefused(String algorithm) {
        String[] parts = tokens.issue(PETER).split("\\.", -1);

        refused(base64("{\"alg\":\"" + algorithm + "\"}") + "." + parts[1] + ".");
        refused(base64("{\"alg\":\"" + algorithm + "\"}") + "." + parts[1] + "." + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS384", "HS512", "RS256", "ES256", "HS257", "dir"})
    void otherAlgorithmIsRefused(String algorithm) {
        String[] parts = tokens.issue(PETER).split("\\.", -1);

        refused(base64("{\"alg\":\"" + algorithm + "\"}") + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void rightKeyWithAnotherAlgorithmIsRefused() throws Exception {
        byte[] key = Base64.getDecoder()
                .decode(Files.readString(data.resolve("token-key")).strip());
        byte[] doubled = new byte[64];
        System.arraycopy(key, 0, doubled, 0, 32);
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS512), claims().build());
        token.sign(new MACSigner(doubled));

        refused(token.serialize(), TokenRefusal.ALGORITHM);
    }

    @Test
    void tamperedTokenIsRefused() {
        String[] parts = tokens.issue(PETER).split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);

        refused(parts[0] + "." + base64(payload.replace("peter", "admin")) + "." + parts[2], TokenRefusal.SIGNATURE);
        refused(parts[0] + "." + parts[1] + ".", TokenRefusal.MALFORMED);
        refused(parts[0] + "." + parts[1] + "." + parts[2].substring(4), TokenRefusal.SIGNATURE);
    }

    @Test
    void criticalHeadersAreRefused() throws Exception {
        refused(
                signed(new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .criticalParams(Set.of("exp"))
                        .build()),
                TokenRefusal.CRITICAL_HEADER);
        refused(
                signed(new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .criticalParams(Set.of("b64"))
                        .base64URLEncodePayload(true)
                        .build()),
                TokenRefusal.CRITICAL_HEADER);
        String[] parts = tokens.issue(PETER).split("\\.", -1);
        refused(base64("{\"alg\":\"HS256\",\"b64\":false}") + "." + parts[1] + "." + parts[2]);
        refused(base64("{\"alg\":\"HS256\",\"crit\":[]}") + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void oversizedAndUnreadableTokensAreRefused() {
        refused("x".repeat(BearerLogin.LONGEST + 1), TokenRefusal.OVERSIZED);
        refused(tokens.issue(PETER) + "A".repeat(BearerLogin.LONGEST), TokenRefusal.OVERSIZED);
        for (String text : List.of(
                "",
                ".",
                "..",
                "...",
                "a.b.c",
                "a.b.c.d.e",
                base64("{}") + "..",
                base64("null") + "." + base64("null") + ".",
                base64("{\"alg\":5}") + "." + base64("{}") + ".x",
                base64("[".repeat(3_000)) + "." + base64("{}") + ".x",
                base64("{\"alg\":\"HS256\"}") + "." + base64("{\"a\":" + "[".repeat(4_000)) + ".x",
                base64("{\"alg\":\"HS256\"}") + "." + base64("[]") + ".x",
                base64("{\"alg\":\"HS256\"}") + "." + base64("{\"exp\":\"tomorrow\"}") + ".x")) {
            refused(text);
        }
    }

    @Test
    void revokedTokenStaysRevokedOverARestartAndIsForgottenWithItsTime() throws IOException {
        String token = tokens.issue(PETER);
        String other = tokens.issue(PETER);
        assertThat(login.revoke(List.of("bearer " + token)).user()).isEqualTo(PETER);
        refused(token, TokenRefusal.REVOKED);
        start();
        refused(token, TokenRefusal.REVOKED);
        assertThat(login(other)).isEqualTo(accepted(Role.VIEWER));
        assertThat(Files.readString(data.resolve("revoked-tokens.json"))).doesNotContain(token.substring(40));

        clock.advance(HOUR.plus(ClaimsRule.LEEWAY).plusSeconds(1));
        login.revoke(List.of("Bearer " + tokens.issue(PETER)));
        assertThat(Files.readString(data.resolve("revoked-tokens.json")).split(":", -1))
                .hasSize(2);
    }

    @Test
    void onlyAValidTokenCanBeRevoked() {
        for (List<String> headers : List.of(
                List.<String>of(),
                List.of("Basic cGV0ZXI6c2VjcmV0"),
                List.of("Bearer x"),
                List.of("Bearer " + tokens.issue(PETER), "Bearer " + tokens.issue(PETER)))) {
            assertThatThrownBy(() -> login.revoke(headers))
                    .isInstanceOf(AccessException.class)
                    .hasMessageStartingWith("ACCESS-400-004 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"token-key", "revoked-tokens.json"})
    void brokenFileIsReportedAndLeftAlone(String name) throws IOException {
        Path file = Files.writeString(data.resolve(name), "c2hvcnQ=");

        assertThatThrownBy(this::start)
                .isInstanceOf(AccessException.class)
                .hasMessageStartingWith("ACCESS-500-002 ")
                .hasMessageContaining(name);
        assertThat(file).hasContent("c2hvcnQ=");
    }

    @Test
    void badTokensAreSlowedDownButGoodOnesStillGetIn() {
        String good = tokens.issue(PETER);
        IntStream.rangeClosed(0, BearerLogin.FREE_FAILURES_OF_ADDRESS).forEach(i -> refused("x.y.z" + i));

        assertThat(login("x.y.z")).isInstanceOf(LoginResult.Throttled.class);
        assertThat(login(good)).isEqualTo(accepted(Role.VIEWER));
        assertThat(login.login("x.y.z", "192.0.2.2")).isEqualTo(REFUSED);
        assertThat(log.ids()).contains("ACCESS-0008");
    }

    @Test
    void expiredTokensAreNoAttack() {
        String token = tokens.issue(PETER);
        clock.advance(HOUR.plus(ClaimsRule.LEEWAY));
        IntStream.range(0, 1_000).forEach(i -> assertThat(login(token)).isEqualTo(REFUSED));
        assertThat(log.ids()).containsExactly("ACCESS-0007");
    }

    @Test
    void refusalIsReportedWithoutTheToken() throws Exception {
        String token = signed(claims -> claims.issuer("https://evil.example/\r\nforged line"));
        login(token);

        assertThat(log.ids()).containsExactly("ACCESS-0007");
        assertThat(log.entries().get(0).message().text())
                .contains(HERE, "https://evil.example/ forged line", TokenRefusal.UNKNOWN_ISSUER.text())
                .doesNotContain(token.split("\\.", -1)[1]);
    }

    private void start() {
        tokens = new OwnTokens(data, users, HOUR, clock);
        login = new BearerLogin(
                List.of(tokens),
                new ApiKeys(data, users, clock),
                new RevokedTokens(data, clock),
                new SecurityEvents(log, clock),
                clock);
    }

    private LoginResult login(String token) {
        return login.login(token, HERE);
    }

    private void changeRoles(Role... roles) {
        PasswordLogin password = new PasswordLogin(users, new SecurityEvents(log, clock), clock);
        Caller administrator = new Caller(new UserId("admin"), Set.of(Role.ADMINISTRATOR));
        new UserAccounts(users, password, log)
                .put(administrator, PETER, new UserChange(Set.of(roles), Optional.empty()), version -> true);
    }

    private void refused(String token, TokenRefusal reason) {
        log.clear();
        assertThat(new BearerLogin(
                                List.of(tokens),
                                new ApiKeys(data, users, clock),
                                new RevokedTokens(data, clock),
                                new SecurityEvents(log, clock),
                                clock)
                        .login(token, HERE))
                .isEqualTo(REFUSED);
        assertThat(log.entries("ACCESS-0007"))
                .hasSize(1)
                .allSatisfy(entry -> assertThat(entry.message().parameters()).contains(reason.text()));
    }

    private void refused(String token) {
        assertThat(login(token)).isEqualTo(REFUSED);
    }

    private static LoginResult accepted(Role... roles) {
        return new LoginResult.Accepted(new Caller(PETER, Set.of(roles)));
    }

    /** The claims of a token that would be accepted. */
    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("integration-daemon")
                .audience("integration-daemon")
                .subject("peter")
                .claim("stamp", users.tokenStamp(PETER).orElseThrow())
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(HOUR)));
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws IOException, JOSEException {
        return signed(new JWSHeader(JWSAlgorithm.HS256), change.apply(claims()).build());
    }

    private String signed(JWSHeader header) throws IOException, JOSEException {
        return signed(header, claims().build());
    }

    /** Signed with the platform's own key: what is wrong about the token is something else. */
    private String signed(JWSHeader header, JWTClaimsSet claims) throws IOException, JOSEException {
        byte[] key = Base64.getDecoder()
                .decode(Files.readString(data.resolve("token-key")).strip());
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
