package io.openintegration.daemon.access;

import io.openintegration.daemon.message.AuditLog;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks credentials, slows down those who guess, and reports them. Attempts in the name of one user are checked one
 * after the other, so that guessing in parallel gains nothing, and so that a program that sends many requests at once
 * has its password computed once. Safe from any thread.
 */
public final class PasswordLogin {

    static final int FREE_FAILURES_OF_USER = 5;
    static final int FREE_FAILURES_OF_ADDRESS = 20;

    private static final int LANES = 16;

    private final UserDirectory users;
    private final AuditLog log;
    private final FailureThrottle byUser;
    private final FailureThrottle byAddress;
    private final Object[] lanes = new Object[LANES];

    public PasswordLogin(UserDirectory users, AuditLog log, Clock clock) {
        this.users = users;
        this.log = log;
        this.byUser = new FailureThrottle(clock, FREE_FAILURES_OF_USER);
        this.byAddress = new FailureThrottle(clock, FREE_FAILURES_OF_ADDRESS);
        Arrays.setAll(lanes, i -> new Object());
    }

    /**
     * Checks an {@code Authorization} header.
     *
     * @param address where the request comes from
     */
    public LoginResult login(String header, String address) {
        return Credentials.parse(header)
                .map(credentials -> login(credentials, address))
                .orElseGet(() -> malformed(address));
    }

    private LoginResult login(Credentials credentials, String address) {
        return known(credentials, address).orElseGet(() -> {
            synchronized (lanes[Math.floorMod(credentials.user().hashCode(), LANES)]) {
                return known(credentials, address).orElseGet(() -> check(credentials, address));
            }
        });
    }

    /** What can be said without computing: a closed address, or a password that was right before. */
    private Optional<LoginResult> known(Credentials credentials, String address) {
        return byAddress
                .closedFor(address)
                .<LoginResult>map(LoginResult.Throttled::new)
                .or(() -> users.remembered(credentials, address).map(LoginResult.Accepted::new));
    }

    private LoginResult check(Credentials credentials, String address) {
        String user = credentials.user().value();
        Optional<Duration> closed = byUser.closedFor(user);
        if (closed.isPresent()) {
            byAddress.failed(address); // or else it could go on guessing what is remembered for another client there
            return new LoginResult.Throttled(closed.get());
        }
        Optional<Caller> caller = users.verify(credentials, address);
        if (caller.isEmpty()) {
            return refuse(user, address);
        }
        byUser.succeeded(user);
        return new LoginResult.Accepted(caller.get());
    }

    private LoginResult refuse(String user, String address) {
        log.log("login", AccessMessage.LOGIN_REFUSED.with(user, address));
        Stream.of(byUser.failed(user), byAddress.failed(address))
                .flatMap(Optional::stream)
                .max(Duration::compareTo)
                .ifPresent(closed ->
                        log.log("login", AccessMessage.LOGIN_THROTTLED.with(user, address, closed.toSeconds())));
        return new LoginResult.Refused();
    }

    private LoginResult malformed(String address) {
        Optional<Duration> closed = byAddress.closedFor(address);
        if (closed.isPresent()) {
            return new LoginResult.Throttled(closed.get());
        }
        log.log("login", AccessMessage.LOGIN_MALFORMED.with(address));
        byAddress.failed(address);
        return new LoginResult.Refused();
    }
}
