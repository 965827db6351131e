package io.openintegration.daemon.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** From where users have logged in lately: a bounded number of places, the latest. Safe from any thread. */
final class KnownPlaces {

    static final Duration REMEMBERED = Duration.ofDays(1);
    static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Instant> lastLogins = new LinkedHashMap<>();

    KnownPlaces(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(String place) {
        lastLogins.remove(place); // and back at the end
        lastLogins.put(place, clock.instant());
        if (lastLogins.size() > MOST) {
            lastLogins.remove(lastLogins.keySet().iterator().next());
        }
    }

    synchronized boolean contains(String place) {
        Instant last = lastLogins.get(place);
        return last != null && last.plus(REMEMBERED).isAfter(clock.instant());
    }
}
