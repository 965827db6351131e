package io.openintegration.daemon.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openintegration.daemon.access.AccessException;
import io.openintegration.daemon.access.Caller;
import io.openintegration.daemon.access.LoginResult;
import io.openintegration.daemon.access.PasswordLogin;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.access.SecurityEvents;
import io.openintegration.daemon.access.UserAccounts;
import io.openintegration.daemon.access.UserChange;
import io.openintegration.daemon.access.UserDirectory;
import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {

    private static final UserId SPARK = new UserId("spark");
    private static final Caller ADMIN = new Caller(new UserId("admin"), Set.of(Role.ADMINISTRATOR));
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final String HERE = "192.0.2.1";

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock();
    private final RecordingAuditLog log = new RecordingAuditLog();
    private UserDirectory users;
    private BearerLogin login;
    private ApiKeyDesk desk;

    @BeforeEach
    void makeProducer() {
        users = new UserDirectory(data, clock);
        users.put(ADMIN.user(), Set.of(Role.ADMINISTRATOR), "secret");
        users.put(SPARK, Set.of(Role.PRODUCER), "secret");
        start();
    }

    @Test
    @DisplayName("a key stands for its producer as long as it lives, over a restart of the server, and no longer")
    void life() {
        IssuedApiKey issued = issue("nightly jobs", "P30D");

        assertThat(issued.key().name()).isEqualTo("nightly jobs");
        assertThat(issued.key().expires()).isEqualTo(issued.key().made().plus(Duration.ofDays(30)));
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        start();
        assertThat(login(issued.text())).isEqualTo(new LoginResult.Accepted(new Caller(SPARK, Set.of(Role.PRODUCER))));

        clock.advance(Duration.ofSeconds(1));
        refused(issued.text(), TokenRefusal.EXPIRED);
        assertThat(desk.all(SPARK)).isEmpty();
    }

    @Test
    @DisplayName(
            "neither the file nor the list nor the audit log has the key's text, and only the owner can read the file")
    void secret() throws IOException {
        IssuedApiKey issued = issue("nightly jobs", "P30D");
        String secret = issued.text().substring(issued.text().lastIndexOf('_') + 1);

        assertThat(Files.readString(data.resolve("api-keys.json")))
                .contains(issued.key().id())
                .doesNotContain(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("api-keys.json"))))
                .isEqualTo("rw-------");
        assertThat(desk.all(SPARK)).containsExactly(issued.key());
        assertThat(issued.toString()).doesNotContain(secret);
        assertThat(log.ids()).containsExactly("ACCESS-0019");
        assertThat(log.entries().get(0).message().definition().text().severity())
                .isEqualTo(Severity.SECURITY);
        assertThat(log.entries().get(0).message().text())
                .contains("admin", issued.key().id(), "nightly jobs", "spark")
                .doesNotContain(secret);
    }

    @Test
    @DisplayName("a revoked key is not valid any more, and the others of the user are")
    void revoked() {
        IssuedApiKey one = issue("one", "P1D");
        IssuedApiKey other = issue("other", "P1D");
        log.clear();

        desk.revoke(ADMIN, SPARK, one.key().id());

        assertThat(log.ids()).containsExactly("ACCESS-0020");
        refused(one.text(), TokenRefusal.UNKNOWN_KEY);
        assertThat(login(other.text())).isInstanceOf(LoginResult.Accepted.class);
        assertThat(desk.all(SPARK)).containsExactly(other.key());
        fails("ACCESS-404-002", () -> desk.revoke(ADMIN, SPARK, one.key().id()));
        start();
        refused(one.text(), TokenRefusal.UNKNOWN_KEY);
    }

    @Test
    @DisplayName("what ends the user's tokens ends its keys: a new password, revoking all tokens, removal")
    void endsWithTokens() {
        IssuedApiKey first = issue("first", "P1D");
        users.put(SPARK, Set.of(Role.PRODUCER), "new secret");
        refused(first.text(), TokenRefusal.REVOKED);

        IssuedApiKey second = issue("second", "P1D");
        accounts().revokeTokens(ADMIN, SPARK);
        refused(second.text(), TokenRefusal.REVOKED);
        assertThat(desk.all(SPARK)).isEmpty();

        IssuedApiKey third = issue("third", "P1D");
        accounts().remove(ADMIN, SPARK, version -> true);
        refused(third.text(), TokenRefusal.REVOKED);
        users.put(SPARK, Set.of(Role.PRODUCER), "secret");
        refused(third.text(), TokenRefusal.REVOKED);
    }

    @ParameterizedTest
    @DisplayName("a user with any other role gets no key, and a key that it has does not let it in")
    @EnumSource(
            value = Role.class,
            names = {"PRODUCER"},
            mode = EnumSource.Mode.EXCLUDE)
    void onlyProducers(Role other) {
        IssuedApiKey issued = issue("one", "P1D");
        for (Set<Role> roles : List.of(Set.of(Role.PRODUCER, other), Set.of(other), Set.<Role>of())) {
            accounts().put(ADMIN, SPARK, new UserChange(roles, Optional.empty()), version -> true);

            fails("ACCESS-409-002", () -> issue("another", "P1D"));
            refused(issued.text(), TokenRefusal.OTHER_ROLES);
        }
        accounts().put(ADMIN, SPARK, new UserChange(Set.of(Role.PRODUCER), Optional.empty()), version -> true);
        assertThat(login(issued.text())).isInstanceOf(LoginResult.Accepted.class);
    }

    @ParameterizedTest
    @DisplayName("a text that is no key is refused and reported; one that was altered is as unknown as any")
    @ValueSource(strings = {"idak_", "idak_0", "idak__", "idak_000000000000_AAAA", "idak_\u0000_x"})
    void noKey(String text) {
        issue("one", "P1D");

        refused(text, TokenRefusal.UNKNOWN_KEY);
    }

    @Test
    void alteredKeyIsRefused() {
        String text = issue("one", "P1D").text();

        refused(text.substring(0, text.length() - 1), TokenRefusal.UNKNOWN_KEY);
        refused(text + "A", TokenRefusal.UNKNOWN_KEY);
        refused(text.substring(0, 20) + text.substring(20).toLowerCase(Locale.ROOT) + "a", TokenRefusal.UNKNOWN_KEY);
    }

    @Test
    @DisplayName("those who try keys are slowed down, and a good key gets in all the same")
    void guessing() {
        String good = issue("one", "P1D").text();
        IntStream.range(0, 30).forEach(guess -> login("idak_000000000000_" + guess));

        assertThat(login("idak_000000000000_x")).isInstanceOf(LoginResult.Throttled.class);
        assertThat(login(good)).isInstanceOf(LoginResult.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"' ', P1D", "a\u0007b, P1D", "one, PT59S", "one, P90DT1S", "one, -P1D"})
    void badWishesAreRefused(String name, String lifetime) {
        fails("ACCESS-400-003", () -> issue(name, lifetime));
        assertThat(desk.all(SPARK)).isEmpty();
    }

    @Test
    @DisplayName("without a lifetime a key lives as long as it may; a user that is not known gets none")
    void defaults() {
        ApiKey key = desk.issue(ADMIN, SPARK, "one", Optional.empty()).key();
        assertThat(key.expires()).isEqualTo(key.made().plus(LONGEST));

        UserId nobody = new UserId("nobody");
        fails("ACCESS-404-001", () -> desk.issue(ADMIN, nobody, "one", Optional.empty()));
        fails("ACCESS-404-001", () -> desk.all(nobody));
        fails("ACCESS-404-001", () -> desk.revoke(ADMIN, nobody, "0"));
    }

    @Test
    @DisplayName("the keys of a user are limited; those that ended do not count, and are forgotten")
    void limited() throws IOException {
        IntStream.range(0, ApiKeys.MOST_OF_USER).forEach(number -> issue("key " + number, "P1D"));
        fails("ACCESS-409-003", () -> issue("one more", "P1D"));

        clock.advance(Duration.ofDays(1));
        issue("the only one", "P1D");
        assertThat(Files.readString(data.resolve("api-keys.json")))
                .contains("the only one")
                .doesNotContain("key 7");
    }

    @Test
    void fileThatCannotBeReadIsReported() throws IOException {
        for (String content : List.of("{", "[{\"id\":\"0\"}]", "[null]", "null")) {
            Files.writeString(data.resolve("api-keys.json"), content);
            fails("ACCESS-500-002", this::start);
        }
    }

    private void start() {
        ApiKeys keys = new ApiKeys(data, users, clock);
        desk = new ApiKeyDesk(keys, users, LONGEST, log);
        login = new BearerLogin(List.of(), keys, new RevokedTokens(data, clock), new SecurityEvents(log, clock), clock);
    }

    private IssuedApiKey issue(String name, String lifetime) {
        return desk.issue(ADMIN, SPARK, name, Optional.of(Duration.parse(lifetime)));
    }

    private UserAccounts accounts() {
        return new UserAccounts(users, new PasswordLogin(users, new SecurityEvents(log, clock), clock), log);
    }

    private LoginResult login(String text) {
        return login.login(text, HERE);
    }

    private void refused(String text, TokenRefusal reason) {
        log.clear();
        start(); // with nothing counted yet
        assertThat(login(text)).isEqualTo(new LoginResult.TokenRefused());
        assertThat(log.entries("ACCESS-0007"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.message().parameters()).contains(reason.text()));
    }

    private static void fails(String id, ThrowingCallable call) {
        assertThatExceptionOfType(AccessException.class).isThrownBy(call).withMessageStartingWith(id);
    }
}
