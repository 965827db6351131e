package io.openintegration.daemon.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Slows down those who guess passwords: at one address for one user, at one address for all users, and, with much more
 * patience, for one user at all addresses. The last one does not concern addresses from which the user has logged in
 * lately: strangers must not be able to keep a user out. Safe from any thread.
 */
final class LoginThrottle {

    static final int FREE_FOR_USER_AT_ADDRESS = 5;
    static final int FREE_AT_ADDRESS = 20;
    static final int FREE_FOR_USER = 100;

    private final FailureThrottle byUserAndAddress;
    private final FailureThrottle byAddress;
    private final FailureThrottle byUser;
    private final KnownPlaces places;

    LoginThrottle(Clock clock) {
        this.byUserAndAddress = new FailureThrottle(clock, FREE_FOR_USER_AT_ADDRESS);
        this.byAddress = new FailureThrottle(clock, FREE_AT_ADDRESS);
        this.byUser = new FailureThrottle(clock, FREE_FOR_USER);
        this.places = new KnownPlaces(clock);
    }

    /** How long nobody gets in from the address. */
    Optional<Duration> closedFor(String address) {
        return byAddress.closedFor(address);
    }

    /** How long the user does not get in from the address, though others may. */
    Optional<Duration> closedFor(String user, String address) {
        String place = place(user, address);
        return longest(Stream.of(
                byUserAndAddress.closedFor(place), places.contains(place) ? Optional.empty() : byUser.closedFor(user)));
    }

    /** Counts a wrong password; gives the time for which it closes anything. */
    Optional<Duration> failed(String user, String address) {
        return longest(Stream.of(byUserAndAddress.failed(place(user, address)), failed(address), byUser.failed(user)));
    }

    /** Counts a failure of nobody in particular. */
    Optional<Duration> failed(String address) {
        return byAddress.failed(address);
    }

    void succeeded(String user, String address) {
        byUserAndAddress.succeeded(place(user, address));
        places.add(place(user, address));
    }

    /** Neither part has a line end in it. */
    private static String place(String user, String address) {
        return user + "\n" + address;
    }

    private static Optional<Duration> longest(Stream<Optional<Duration>> times) {
        return times.flatMap(Optional::stream).max(Comparator.naturalOrder());
    }
}
