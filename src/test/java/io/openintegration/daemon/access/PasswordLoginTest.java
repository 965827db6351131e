package io.openintegration.daemon.access;

import static io.openintegration.daemon.access.CredentialsTest.basic;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordLoginTest {

    private static final String HERE = "127.0.0.1";
    private static final String THERE = "10.0.0.1";
    private static final LoginResult REFUSED = new LoginResult.Refused();

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock();
    private final RecordingAuditLog log = new RecordingAuditLog();
    private PasswordLogin login;

    @BeforeEach
    void makeUsers() {
        UserDirectory users = new UserDirectory(data, clock);
        users.put(new UserId("peter"), Set.of(Role.VIEWER), "secret");
        login = new PasswordLogin(users, log, clock);
    }

    @Test
    void rightPasswordIsAcceptedSilently() {
        assertThat(login.login(basic("peter:secret"), HERE)).isInstanceOf(LoginResult.Accepted.class);
        assertThat(log.ids()).isEmpty();
    }

    @Test
    void wrongPasswordAndUnknownUserAreRefusedAlikeAndReported() {
        assertThat(login.login(basic("peter:wrong"), HERE)).isEqualTo(REFUSED);
        assertThat(login.login(basic("nobody:secret"), HERE)).isEqualTo(REFUSED);

        assertThat(log.ids()).containsExactly("ACCESS-0001", "ACCESS-0001");
        assertThat(log.entries().toString()).doesNotContain("wrong,").doesNotContain("secret");
    }

    @Test
    void manyFailuresOfAUserCloseItEvenForTheRightPassword() {
        closePeter();

        assertThat(login.login(basic("peter:secret"), HERE)).isInstanceOf(LoginResult.Throttled.class);
        assertThat(log.ids()).contains("ACCESS-0002");
        clock.advance(Duration.ofSeconds(1));
        assertThat(login.login(basic("peter:secret"), HERE)).isInstanceOf(LoginResult.Accepted.class);
    }

    @Test
    void clientAtWorkIsNotLockedOutByOthersGuesses() {
        login.login(basic("peter:secret"), THERE);
        closePeter();

        assertThat(login.login(basic("peter:secret"), THERE)).isInstanceOf(LoginResult.Accepted.class);
    }

    @Test
    void rightPasswordEndsTheUsersCount() {
        fail("peter", PasswordLogin.FREE_FAILURES_OF_USER);
        login.login(basic("peter:secret"), HERE);
        fail("peter", 1);

        assertThat(login.login(basic("peter:secret"), THERE)).isInstanceOf(LoginResult.Accepted.class);
    }

    @Test
    void malformedCredentialsCountForTheirAddressAndAreReported() {
        IntStream.range(0, PasswordLogin.FREE_FAILURES_OF_ADDRESS + 1)
                .forEach(i -> assertThat(login.login("Basic ???", HERE)).isEqualTo(REFUSED));

        assertThat(login.login("Basic ???", HERE)).isInstanceOf(LoginResult.Throttled.class);
        assertThat(login.login(basic("peter:secret"), HERE)).isInstanceOf(LoginResult.Throttled.class);
        assertThat(login.login(basic("peter:secret"), THERE)).isInstanceOf(LoginResult.Accepted.class);
        assertThat(log.entries("ACCESS-0003")).hasSize(PasswordLogin.FREE_FAILURES_OF_ADDRESS + 1);
    }

    @Test
    void goingOnWhileTheUserIsClosedClosesTheAddress() {
        closePeter();
        IntStream.range(0, PasswordLogin.FREE_FAILURES_OF_ADDRESS).forEach(i -> login.login(basic("peter:x"), HERE));

        assertThat(login.login(basic("erin:x"), HERE)).isInstanceOf(LoginResult.Throttled.class);
        assertThat(login.login(basic("erin:x"), THERE)).isEqualTo(REFUSED);
    }

    private void closePeter() {
        fail("peter", PasswordLogin.FREE_FAILURES_OF_USER + 1);
    }

    private void fail(String user, int times) {
        IntStream.range(0, times).forEach(i -> login.login(basic(user + ":wrong" + i), HERE));
    }
}
