package io.openintegration.daemon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserDirectoryTest {

    private static final UserId PETER = new UserId("peter");
    private static final String HERE = "127.0.0.1";

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock();
    private UserDirectory users;

    @BeforeEach
    void open() {
        users = new UserDirectory(data, clock);
    }

    @Test
    void rightPasswordGivesTheCallerWithRoles() {
        users.put(PETER, Set.of(Role.OPERATOR), "secret");

        assertThat(users.verify(peter("secret"), HERE)).contains(new Caller(PETER, Set.of(Role.OPERATOR)));
        assertThat(users.verify(peter("Secret"), HERE)).isEmpty();
        assertThat(users.verify(new Credentials(new UserId("nobody"), "secret"), HERE))
                .isEmpty();
    }

    @Test
    void nobodysHashMatchesNoPassword() {
        assertThat(PasswordHash.OF_NOBODY.matches("")).isFalse();
        assertThat(PasswordHash.OF_NOBODY.iterations()).isEqualTo(PasswordHash.ITERATIONS);
    }

    @Test
    void accentsMatchHoweverTheyAreWritten() {
        users.put(PETER, Set.of(), "schlüssel-пароль-\uD83D\uDE00");

        assertThat(users.verify(peter("schlu\u0308ssel-пароль-\uD83D\uDE00"), HERE))
                .isPresent();
    }

    @Test
    void rightPasswordIsRememberedForAWhileAndForItsAddress() {
        users.put(PETER, Set.of(Role.VIEWER), "secret");
        assertThat(users.remembered(peter("secret"), HERE)).isEmpty();
        users.verify(peter("secret"), HERE);

        assertThat(users.remembered(peter("secret"), HERE)).isPresent();
        assertThat(users.remembered(peter("other"), HERE)).isEmpty();
        assertThat(users.remembered(peter("secret"), "10.0.0.1")).isEmpty();
        clock.advance(VerifiedPasswords.REMEMBERED.minus(Duration.ofMillis(1)));
        assertThat(users.remembered(peter("secret"), HERE)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(users.remembered(peter("secret"), HERE)).isEmpty();
    }

    @Test
    void changedPasswordEndsTheOldOneAtOnce() {
        users.put(PETER, Set.of(), "old");
        users.verify(peter("old"), HERE);
        users.put(PETER, Set.of(), "new");

        assertThat(users.verify(peter("old"), HERE)).isEmpty();
        assertThat(users.verify(peter("new"), HERE)).isPresent();
    }

    @Test
    void usersSurviveARestart() {
        users.put(PETER, Set.of(Role.ADMINISTRATOR, Role.DELEGATE), "secret");

        assertThat(new UserDirectory(data, clock).verify(peter("secret"), HERE))
                .contains(new Caller(PETER, Set.of(Role.ADMINISTRATOR, Role.DELEGATE)));
    }

    @Test
    void fileIsTheOwnersAloneAndHoldsNoPassword() throws IOException {
        users.put(PETER, Set.of(), "correct horse");
        Path file = data.resolve("users.json");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("peter").contains("210000").doesNotContain("correct horse");
        assertThat(data).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void samePasswordIsSaltedForEachUser() throws IOException {
        users.put(PETER, Set.of(), "secret");
        String first = Files.readString(data.resolve("users.json"));
        users.put(PETER, Set.of(), "secret");

        assertThat(Files.readString(data.resolve("users.json"))).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "{}",
                "{\"users\":[{\"userId\":\"a\"}]}",
                "{\"users\":[{\"userId\":\"a\",\"roles\":[\"root\"],\"password\":{\"algorithm\":"
                        + "\"PBKDF2WithHmacSHA256\",\"iterations\":1,\"salt\":\"AA==\",\"hash\":\"AA==\"}}]}",
                "{\"users\":[{\"userId\":\"a\",\"roles\":[],\"password\":{\"algorithm\":"
                        + "\"none\",\"iterations\":1,\"salt\":\"AA==\",\"hash\":\"AA==\"}}]}"
            })
    void unusableFileIsReportedAndLeftAlone(String content) throws IOException {
        Path file = Files.writeString(data.resolve("users.json"), content);

        assertThatThrownBy(() -> new UserDirectory(data, clock))
                .isInstanceOf(UserFileException.class)
                .hasMessageStartingWith("ACCESS-500-001")
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent(content);
    }

    private static Credentials peter(String password) {
        return new Credentials(PETER, password);
    }
}
