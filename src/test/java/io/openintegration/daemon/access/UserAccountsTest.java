package io.openintegration.daemon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserAccountsTest {

    private static final UserId ADMIN = new UserId("admin");
    private static final UserId PETER = new UserId("peter");
    private static final Caller BY_ADMIN = new Caller(ADMIN, Set.of(Role.ADMINISTRATOR));
    private static final Caller BY_PETER = new Caller(PETER, Set.of(Role.VIEWER));
    private static final String HERE = "127.0.0.1";
    private static final String GOOD = "correct horse battery";

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock();
    private final RecordingAuditLog log = new RecordingAuditLog();
    private UserDirectory users;
    private UserAccounts accounts;

    @BeforeEach
    void makeAdministrator() {
        users = new UserDirectory(data, clock);
        users.put(ADMIN, Set.of(Role.ADMINISTRATOR), GOOD);
        PasswordLogin login = new PasswordLogin(users, new SecurityEvents(log, clock), clock);
        accounts = new UserAccounts(users, login, log);
    }

    @Test
    void userIsMadeChangedAndRemovedAndEachIsReported() {
        assertThat(put(PETER, change(GOOD, Role.VIEWER)).made()).isTrue();
        assertThat(verified(GOOD)).contains(BY_PETER);
        assertThat(put(PETER, change(null, Role.OPERATOR)).made()).isFalse();
        assertThat(verified(GOOD)).contains(new Caller(PETER, Set.of(Role.OPERATOR)));
        put(PETER, change("another " + GOOD, Role.OPERATOR));
        assertThat(verified(GOOD)).isEmpty();
        accounts.remove(BY_ADMIN, PETER, version -> true);
        assertThat(verified("another " + GOOD)).isEmpty();

        assertThat(log.ids()).containsExactly("ACCESS-0009", "ACCESS-0010", "ACCESS-0010", "ACCESS-0011");
        assertThat(log.entries()).allSatisfy(entry -> {
            assertThat(entry.message().definition().text().severity()).isEqualTo(Severity.SECURITY);
            assertThat(entry.message().text()).contains("admin", "peter").doesNotContain("horse");
        });
        assertThat(new UserDirectory(data, clock).contains(PETER)).isFalse();
    }

    @Test
    void versionChangesWithRolesPasswordAndTokens() {
        String made = put(PETER, change(GOOD, Role.VIEWER)).account().version();
        assertThat(put(PETER, change(null, Role.VIEWER)).account().version()).isEqualTo(made);
        String otherRoles = put(PETER, change(null, Role.OPERATOR)).account().version();
        String otherPassword = put(PETER, change(GOOD, Role.OPERATOR)).account().version();
        accounts.revokeTokens(BY_ADMIN, PETER);

        assertThat(Set.of(made, otherRoles, otherPassword, accounts.get(PETER).version()))
                .hasSize(4);
    }

    @Test
    void lostRaceChangesNothing() {
        put(PETER, change(GOOD, Role.VIEWER));

        refused("ACCESS-412-001", () -> accounts.put(BY_ADMIN, PETER, change(null), version -> false));
        refused("ACCESS-412-001", () -> accounts.remove(BY_ADMIN, PETER, version -> version.isEmpty()));
        refused(
                "ACCESS-412-001",
                () -> accounts.put(BY_ADMIN, new UserId("new"), change(GOOD), version -> version.isPresent()));
        assertThat(accounts.get(PETER).roles()).containsExactly(Role.VIEWER);
        assertThat(accounts.all()).hasSize(2);
    }

    @Test
    void lastAdministratorStays() {
        put(PETER, change(GOOD, Role.OPERATOR));

        refused("ACCESS-409-001", () -> accounts.remove(BY_ADMIN, ADMIN, version -> true));
        refused("ACCESS-409-001", () -> put(ADMIN, change(null, Role.OPERATOR, Role.DELEGATE)));
        put(PETER, change(null, Role.ADMINISTRATOR));
        assertThatCode(() -> accounts.remove(BY_PETER, ADMIN, version -> true)).doesNotThrowAnyException();
        refused("ACCESS-409-001", () -> accounts.remove(BY_PETER, PETER, version -> true));
    }

    @Test
    void newUserNeedsAPassword() {
        refused("ACCESS-400-003", () -> put(PETER, change(null, Role.VIEWER)));
        assertThat(users.contains(PETER)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:b",
                "a/b",
                "a\\b",
                "a;b",
                "a%b",
                "a?b",
                "a#b",
                "a\nb",
                "a\u0000",
                "a\u0085b",
                "a\u202eb",
                "a\u200bb",
                " a",
                "a ",
                "a  b",
                "..",
                "."
            })
    void userIdsThatHttpOrEyesWouldMisreadAreRefused(String id) {
        refused("ACCESS-400-001", () -> put(new UserId(id), change(GOOD)));
    }

    @Test
    void userIdIsBounded() {
        refused("ACCESS-400-001", () -> put(new UserId("u".repeat(257)), change(GOOD)));
        assertThat(put(new UserId("u".repeat(256)), change(GOOD)).made()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jürgen", "peter.profile@example.org", "Peter Profile", "общий-пользователь", "p_1+x~"})
    void userIdsOfTheWorldAreFine(String id) {
        assertThat(put(new UserId(id), change(GOOD)).made()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901", "            ", "with\na line end", "delete\u007f-the-thing"})
    void poorPasswordsAreRefused(String password) {
        refused("ACCESS-400-002", () -> put(PETER, change(password)));
    }

    @Test
    void passwordIsNeitherCutNorTheUserId() {
        String longest = "p".repeat(1_024);
        put(PETER, change(longest));
        assertThat(verified(longest)).isPresent();
        assertThat(verified(longest.substring(1))).isEmpty();
        refused("ACCESS-400-002", () -> put(PETER, change(longest + "p")));
        refused("ACCESS-400-002", () -> put(new UserId("peter-profile"), change("Peter-Profile")));
    }

    @Test
    void unknownUserIsNotFound() {
        refused("ACCESS-404-001", () -> accounts.get(PETER));
        refused("ACCESS-404-001", () -> accounts.remove(BY_ADMIN, PETER, version -> true));
        refused("ACCESS-404-001", () -> accounts.revokeTokens(BY_ADMIN, PETER));
    }

    @Test
    void userChangesItsOwnPassword() {
        put(PETER, change(GOOD, Role.VIEWER));
        accounts.changePassword(BY_PETER, PETER, GOOD, "another " + GOOD, HERE);

        assertThat(verified(GOOD)).isEmpty();
        assertThat(verified("another " + GOOD)).contains(BY_PETER);
        assertThat(log.ids()).contains("ACCESS-0012");
    }

    @Test
    void passwordOfAnotherIsNoOnesOwn() {
        Caller delegate = new Caller(ADMIN, Set.of(Role.ADMINISTRATOR, Role.DELEGATE));
        put(PETER, change(GOOD));

        refused("ACCESS-403-001", () -> accounts.changePassword(delegate, PETER, GOOD, "another " + GOOD, HERE));
        refused(
                "ACCESS-404-001",
                () -> accounts.changePassword(
                        new Caller(new UserId("oidc"), Set.of()), new UserId("oidc"), GOOD, "another " + GOOD, HERE));
    }

    @Test
    void guessingTheCurrentPasswordIsThrottled() {
        put(PETER, change(GOOD));
        IntStream.rangeClosed(0, LoginThrottle.FREE_FOR_USER_AT_ADDRESS)
                .forEach(i -> refused(
                        "ACCESS-403-002",
                        () -> accounts.changePassword(BY_PETER, PETER, "wrong " + i, "another " + GOOD, HERE)));

        refused("ACCESS-429-001", () -> accounts.changePassword(BY_PETER, PETER, GOOD, "another " + GOOD, HERE));
    }

    @Test
    void fileOfAnEarlierVersionIsReadAndItsTokensCanBeRevoked() throws IOException {
        Path file = data.resolve("users.json");
        Files.writeString(file, Files.readString(file).replaceAll(",\\s*\"tokenStamp\" : \"[^\"]*\"", ""));
        UserDirectory read = new UserDirectory(data, clock);

        assertThat(read.tokenStamp(ADMIN)).contains("");
        assertThat(users.tokenStamp(ADMIN).orElseThrow()).isNotEmpty();
    }

    private UserAccounts.Saved put(UserId user, UserChange change) {
        return accounts.put(BY_ADMIN, user, change, version -> true);
    }

    private static UserChange change(String password, Role... roles) {
        return new UserChange(Set.of(roles), Optional.ofNullable(password));
    }

    private Optional<Caller> verified(String password) {
        return users.verify(new Credentials(PETER, password), HERE);
    }

    private static void refused(String id, ThrowingCallable call) {
        assertThatThrownBy(call).hasMessageStartingWith(id + " ");
    }
}
