package io.openintegration.daemon.runtime;

import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import java.util.List;

/**
 * What came of trying the connection of a connector in steps.
 *
 * @param steps that were taken, in their order
 * @param finished whether it came to its end; if not, it took too long, and the last step is not among them
 */
public record ConnectionTrial(List<ConnectionTestStep> steps, boolean finished) {

    public ConnectionTrial {
        steps = List.copyOf(steps);
    }

    /** Whether the connector could do its work, as far as was tried. */
    public boolean passed() {
        return finished && steps.stream().noneMatch(step -> step.outcome() == Outcome.FAILED);
    }
}
