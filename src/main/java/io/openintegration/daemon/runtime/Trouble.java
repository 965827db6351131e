package io.openintegration.daemon.runtime;

import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.spi.FailureOrigin;
import java.time.Instant;
import java.util.Optional;

/**
 * The story of a connector's failures since it last worked for a stable time, or was restarted by somebody.
 *
 * @param since the first failure
 * @param firstCause why it failed then
 * @param attempts how often the daemon has restarted it since
 * @param nextAttempt when the daemon will restart it; empty where it will not, or has just done so
 */
public record Trouble(Instant since, Failure firstCause, int attempts, Optional<Instant> nextAttempt) {

    /** Whether the daemon would never restart it after a failure at that fault, whatever its {@code restartPolicy} is. */
    public boolean isInVain(FailureOrigin origin) {
        return Supervision.delay(origin, attempts).isEmpty();
    }

    static Trouble beginning(Instant now, Failure cause) {
        return new Trouble(now, cause, 0, Optional.empty());
    }

    Trouble willTryAt(Instant time) {
        return new Trouble(since, firstCause, attempts, Optional.of(time));
    }

    Trouble withoutAttempt() {
        return nextAttempt.isEmpty() ? this : new Trouble(since, firstCause, attempts, Optional.empty());
    }

    Trouble tried() {
        return new Trouble(since, firstCause, attempts + 1, Optional.empty());
    }
}
