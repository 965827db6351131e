package io.openintegration.daemon.runtime.model;

import io.openintegration.daemon.spi.FailureOrigin;
import java.time.Duration;
import java.util.Optional;

/** When a failed connector is tried again (docs/operating.md, "Supervision"), without chance. */
final class RestartPlan {

    private static final int MOST_ON_DEFECT = 5;
    private static final Duration STABLE = Duration.ofMinutes(10);

    private final World world;
    private Optional<Duration> attempt = Optional.empty();
    private Optional<Duration> workingSince = Optional.empty();
    private boolean decided;
    private boolean serverCameBack;

    RestartPlan(World world) {
        this.world = world;
    }

    void clear() {
        attempt = Optional.empty();
        workingSince = Optional.empty();
        decided = false;
        serverCameBack = false;
    }

    /** Nothing is tried for now. */
    void hold() {
        attempt = Optional.empty();
        decided = false;
    }

    boolean isDue() {
        return attempt.filter(time -> time.compareTo(world.now) <= 0).isPresent();
    }

    boolean isPlanned() {
        return attempt.isPresent();
    }

    void decide(FailureOrigin origin, int attempts) {
        if (!decided) {
            decided = true;
            workingSince = Optional.empty();
            attempt = (serverCameBack && origin == FailureOrigin.METADATA_SERVER
                            ? Optional.of(Duration.ZERO)
                            : delay(origin, attempts))
                    .map(world.now::plus);
            serverCameBack = false;
        }
    }

    void hurry() {
        decided = true;
        attempt = Optional.of(world.now);
    }

    void rememberThatServerCameBack() {
        serverCameBack = true;
    }

    void forgetThatServerCameBack() {
        serverCameBack = false;
    }

    /** Whether it has worked for so long that its failures are forgotten. */
    boolean worksForLong() {
        if (workingSince.isEmpty()) {
            workingSince = Optional.of(world.now);
        }
        return world.now.minus(workingSince.get()).compareTo(STABLE) >= 0;
    }

    private static Optional<Duration> delay(FailureOrigin origin, int attempts) {
        Duration doubled = Duration.ofSeconds(5L << Math.min(attempts, 20));
        Duration most =
                switch (origin) {
                    case CONFIGURATION, CONNECTOR, THIRD_PARTY -> Duration.ofMinutes(10);
                    case METADATA_SERVER, DAEMON -> Duration.ofMinutes(1);
                };
        boolean never = origin == FailureOrigin.CONFIGURATION
                || (origin == FailureOrigin.CONNECTOR && attempts >= MOST_ON_DEFECT);
        return never ? Optional.empty() : Optional.of(doubled.compareTo(most) < 0 ? doubled : most);
    }
}
