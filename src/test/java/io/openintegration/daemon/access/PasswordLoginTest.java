package io.openintegration.daemon.access;

import static io.openintegration.daemon.access.CredentialsTest.encoded;
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
        login = new PasswordLogin(users, new SecurityEvents(log, clock), clock);
    }

    @Test
    void rightPasswordIsAcceptedSilently() {
        assertThat(login.login(encoded("peter:secret"), HERE)).isInstanceOf(LoginResult.Accepted.class);
        assertThat(log.ids()).isEmpty();
    }

    @Test
    void wrongPasswordAndUnknownUserAreRefusedAlikeAndReported() {
        assertThat(login.login(encoded("peter:wrong"), HERE)).isEqualTo(REFUSED);
        assertThat(login.login(encoded("nobody:secret"), HERE)).isEqualTo(REFUSED);

        assertThat(log.ids()).containsExactly("ACCESS-0001", "ACCESS-0001");
        assertThat(log.entries().toString()).doesNotContain("wrong,").doesNotContain("secret");
    }

    @Test
    void manyFailuresOfAUserCloseItEvenForTheRightPassword() {
        closePeter();

        assertThat(login.login(encoded("peter:secret"), HERE)).isInstanceOf(LoginResult.Throttled.class);
        assertThat(log.ids()).contains("ACCESS-0002");
        clock.advance(Duration.ofSeconds(1));
        assertThat(login.login(encoded("peter:secret"), HERE)).isInstanceOf(LoginResult.Accepted.class);
    }

    @Test
    void nobodyLocksOutAUserFromAnotherAddress() {
        closePeter();

        assertThat(login.login(encoded("peter:secret"), THERE)).isInstanceOf(LoginResult.Accepted.class);
    }

    @Test
    void guessesFromManyAddressesCloseAUserWhereItHasNotLoggedInLately() {
        login.login(encoded("peter:secret"), THERE);
        for (int i = 0; i <= LoginThrottle.FREE_FOR_USER; i++) {
            login.login(encoded("peter:wrong"), "192.0.2." + i);
        }

        assertThat(login.login(encoded("peter:secret"), "198.51.100.1")).isInstanceOf(LoginResult.Throttled.class);
        clock.advance(VerifiedPasswords.REMEMBERED);
        login.login(encoded("peter:wrong"), "198.51.100.2");
        assertThat(login.login(encoded("peter:secret"), THERE)).isInstanceOf(LoginResult.Accepted.class);
    }

    @Test
    void rightPasswordEndsTheCountOfItsPlace() {
        fail("peter", LoginThrottle.FREE_FOR_USER_AT_ADDRESS);
        login.login(encoded("peter:secret"), HERE);
        clock.advance(VerifiedPasswords.REMEMBERED);
        fail("peter", 1);

        assertThat(login.login(encoded("peter:secret"), HERE)).isInstanceOf(LoginResult.Accepted.class);
    }

    @Test
    void malformedCredentialsCountForTheirAddressAndAreReported() {
        IntStream.range(0, LoginThrottle.FREE_AT_ADDRESS + 1)
                .forEach(i -> assertThat(login.login("???", HERE)).isEqualTo(REFUSED));

        assertThat(login.login("???", HERE)).isInstanceOf(LoginResult.Throttled.class);
        assertThat(login.login(encoded("peter:secret"), HERE)).isInstanceOf(LoginResult.Throttled.class);
        assertThat(login.login(encoded("peter:secret"), THERE)).isInstanceOf(LoginResult.Accepted.class);
        assertThat(log.entries("ACCESS-0003")).hasSize(1);
    }

    @Test
    void goingOnWhileTheUserIsClosedClosesTheAddress() {
        closePeter();
        IntStream.range(0, LoginThrottle.FREE_AT_ADDRESS).forEach(i -> login.login(encoded("peter:x"), HERE));

        assertThat(login.login(encoded("erin:x"), HERE)).isInstanceOf(LoginResult.Throttled.class);
        assertThat(login.login(encoded("erin:x"), THERE)).isEqualTo(REFUSED);
    }

    private void closePeter() {
        fail("peter", LoginThrottle.FREE_FOR_USER_AT_ADDRESS + 1);
    }

    private void fail(String user, int times) {
        IntStream.range(0, times).forEach(i -> login.login(encoded(user + ":wrong" + i), HERE));
    }
}
