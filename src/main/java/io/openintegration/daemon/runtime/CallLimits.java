package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.OperationDeadlines;
import java.time.Duration;
import java.util.Optional;

/**
 * How long one call of a connector may take.
 *
 * @param deadline in all; empty means any time
 * @param heartbeat without a sign of life; empty means any time
 * @param stuckAfter without a sign of life, until it is reported; empty where silence is no sign of trouble
 */
record CallLimits(Optional<Duration> deadline, Optional<Duration> heartbeat, Optional<Duration> stuckAfter) {

    static CallLimits initialize(OperationDeadlines deadlines, Duration stuckAfter) {
        return new CallLimits(Optional.of(deadlines.initialize()), Optional.empty(), Optional.of(stuckAfter));
    }

    static CallLimits start(OperationDeadlines deadlines, Duration stuckAfter) {
        return new CallLimits(Optional.of(deadlines.start()), Optional.empty(), Optional.of(stuckAfter));
    }

    static CallLimits refresh(OperationDeadlines deadlines, Duration stuckAfter) {
        return new CallLimits(Optional.of(deadlines.refresh()), deadlines.heartbeat(), Optional.of(stuckAfter));
    }

    /** It is the nature of blocking calls to wait. */
    static CallLimits engage(OperationDeadlines deadlines) {
        return new CallLimits(Optional.empty(), deadlines.heartbeat(), Optional.empty());
    }
}
