package io.openintegration.daemon.spi;

import io.openintegration.daemon.message.Message;
import java.time.Duration;
import java.util.Optional;

/**
 * One step of a {@link ConnectionTest}, taken.
 *
 * @param subject what it was about, for operators: a host, an account, a right, a schema. No secret, never blank
 * @param took by the daemon's clock, never negative; zero for a step that was skipped
 * @param message why it failed, or what there is to say of it; always there for {@link Outcome#FAILED} and {@link
 *     Outcome#WARNING}
 */
public record ConnectionTestStep(Kind kind, String subject, Outcome outcome, Duration took, Optional<Message> message) {

    /** What is tried, in this order. */
    public enum Kind {
        /** The configuration is complete, and names a third party of the right form. */
        CONFIGURATION,
        /** The host's name stands for addresses, and the daemon may connect to them. */
        RESOLVE,
        /** Somebody listens there. */
        CONNECT,
        /** The connection is encrypted, and the third party is who it should be. */
        TLS,
        /** The account is accepted. */
        LOG_IN,
        /** The account has a right that the connector needs; one step for each. */
        RIGHT,
        /** A little of what is to be catalogued can be read. */
        SAMPLE_READ
    }

    /** How a step ended. */
    public enum Outcome {
        PASSED,
        /** The connector can work, but not with everything, or not as safely as it could. */
        WARNING,
        FAILED,
        /** It was not tried: one that it needs failed, or it does not apply. */
        SKIPPED
    }

    public ConnectionTestStep {
        if (subject.isBlank()) {
            throw new IllegalArgumentException("a step is about something");
        }
        if (message.isEmpty() && (outcome == Outcome.FAILED || outcome == Outcome.WARNING)) {
            throw new IllegalArgumentException("a step that did not pass says why");
        }
    }
}
