package io.openintegration.daemon.connectors.lineage.relay;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import io.openintegration.daemon.spi.ConnectorException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the steps of one connection test, and tells how they ended. For one thread. */
public final class TestSteps {

    /** What one step does. It fails by a {@link ConnectorException}. */
    public interface Step {

        /** Returns what there is to warn of; empty where all is well. */
        Optional<Message> take();
    }

    private final String shown;
    private final Clock clock;
    private final Consumer<ConnectionTestStep> told;

    /** @param shown the third party, for steps that are not taken */
    public TestSteps(String shown, Clock clock, Consumer<ConnectionTestStep> told) {
        this.shown = shown;
        this.clock = clock;
        this.told = told;
    }

    /** Returns whether it did not fail. */
    public boolean take(Kind kind, String subject, Step step) {
        Instant begin = clock.instant();
        Outcome outcome;
        Optional<Message> message;
        try {
            message = step.take();
            outcome = message.isPresent() ? Outcome.WARNING : Outcome.PASSED;
        } catch (ConnectorException failure) {
            message = Optional.of(failure.reason());
            outcome = Outcome.FAILED;
        }
        Duration took = Duration.between(begin, clock.instant());
        told.accept(new ConnectionTestStep(kind, subject, outcome, took.isNegative() ? Duration.ZERO : took, message));
        return outcome != Outcome.FAILED;
    }

    /** The same for a step that cannot warn. */
    public boolean take(Kind kind, String subject, Runnable step) {
        return take(kind, subject, () -> {
            step.run();
            return Optional.empty();
        });
    }

    /** Steps that are not taken: one that they need failed, or they do not apply. */
    public void skip(Kind... kinds) {
        for (Kind kind : kinds) {
            told.accept(new ConnectionTestStep(kind, shown, Outcome.SKIPPED, Duration.ZERO, Optional.empty()));
        }
    }
}
