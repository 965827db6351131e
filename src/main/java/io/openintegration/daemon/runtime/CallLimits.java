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

    static CallLimits of(Step step, OperationDeadlines deadlines, Duration stuckAfter) {
        return switch (step) {
            case CREATE, INITIALIZE -> new CallLimits(
                    Optional.of(deadlines.initialize()), Optional.empty(), Optional.of(stuckAfter));
            case START -> new CallLimits(Optional.of(deadlines.start()), Optional.empty(), Optional.of(stuckAfter));
            case REFRESH, UNDO -> new CallLimits(
                    Optional.of(deadlines.refresh()), deadlines.heartbeat(), Optional.of(stuckAfter));
                // it is the nature of blocking calls to wait
            case ENGAGE -> new CallLimits(Optional.empty(), deadlines.heartbeat(), Optional.empty());
        };
    }
}
