package io.openintegration.daemon.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Checks passwords, slows down those who guess, and reports them. Attempts in the name of one user are checked one after
 * the other, so that guessing in parallel gains nothing, and so that a program that sends many requests at once has its
 * password computed once. Safe from any thread.
 */
public final class PasswordLogin implements LoginScheme {

    private static final String ACTION = "login";
    private static final int LANES = 16;

    private final UserDirectory users;
    private final SecurityEvents events;
    private final LoginThrottle throttle;
    private final Object[] lanes = new Object[LANES];

    public PasswordLogin(UserDirectory users, SecurityEvents events, Clock clock) {
        this.users = users;
        this.events = events;
        this.throttle = new LoginThrottle(clock);
        Arrays.setAll(lanes, i -> new Object());
    }

    @Override
    public String word() {
        return "Basic";
    }

    @Override
    public LoginResult login(String credentials, String address) {
        return Credentials.parse(credentials)
                .map(parsed -> login(parsed, address))
                .orElseGet(() -> malformed(address));
    }

    /**
     * Checks a user's password.
     *
     * @param address where the request comes from
     */
    public LoginResult login(Credentials credentials, String address) {
        return known(credentials, address).orElseGet(() -> {
            synchronized (lanes[Math.floorMod(credentials.user().hashCode(), LANES)]) {
                return known(credentials, address).orElseGet(() -> check(credentials, address));
            }
        });
    }

    /** What can be said without computing: a closed address, or a password that was right before. */
    private Optional<LoginResult> known(Credentials credentials, String address) {
        return throttle.closedFor(address)
                .map(closed -> throttled(credentials.user().value(), address, closed))
                .or(() -> users.remembered(credentials, address).map(LoginResult.Accepted::new));
    }

    private LoginResult check(Credentials credentials, String address) {
        String user = credentials.user().value();
        Optional<Duration> closed = throttle.closedFor(user, address);
        if (closed.isPresent()) {
            throttle.failed(address); // or else it could go on guessing what is remembered for another client there
            return throttled(user, address, closed.get());
        }
        Optional<Caller> caller = users.verify(credentials, address);
        if (caller.isEmpty()) {
            return refuse(user, address);
        }
        throttle.succeeded(user, address);
        return new LoginResult.Accepted(caller.get());
    }

    private LoginResult refuse(String user, String address) {
        events.report(ACTION, AccessMessage.LOGIN_REFUSED.with(user, address), user + " at " + address);
        throttle.failed(user, address).ifPresent(closed -> throttled(user, address, closed));
        return new LoginResult.Refused();
    }

    private LoginResult throttled(String user, String address, Duration closed) {
        events.report(
                ACTION,
                AccessMessage.LOGIN_THROTTLED.with(user, address, ThrottledException.seconds(closed)),
                user + " at " + address);
        return new LoginResult.Throttled(closed);
    }

    private LoginResult malformed(String address) {
        Optional<Duration> closed = throttle.closedFor(address);
        if (closed.isPresent()) {
            return new LoginResult.Throttled(closed.get());
        }
        events.report(ACTION, AccessMessage.LOGIN_MALFORMED.with(address), address);
        throttle.failed(address);
        return new LoginResult.Refused();
    }
}
