package io.openintegration.daemon.runtime.model;

import io.openintegration.daemon.runtime.RuntimeMessage;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import java.util.Optional;

/** What a connector does in a call. */
enum Deed {
    WELL {
        @Override
        void act() {
            // it is done
        }
    },
    FINDS_ITS_CONFIGURATION_WRONG(Cause.of(RuntimeMessage.NOT_A_PATH, FailureOrigin.CONFIGURATION)) {
        @Override
        void act() {
            throw new ConnectorException(FailureOrigin.CONFIGURATION, RuntimeMessage.NOT_A_PATH.with("scripted"));
        }
    },
    MISSES_ITS_THIRD_PARTY(Cause.of(RuntimeMessage.NOT_A_PATH, FailureOrigin.THIRD_PARTY)) {
        @Override
        void act() {
            throw new ConnectorException(FailureOrigin.THIRD_PARTY, RuntimeMessage.NOT_A_PATH.with("scripted"));
        }
    },
    THROWS_AN_EXCEPTION(unexpected()) {
        @Override
        void act() {
            throw new IllegalStateException("scripted");
        }
    },
    THROWS_AN_ERROR(unexpected()) {
        @Override
        void act() {
            throw new StackOverflowError("scripted");
        }
    },
    HANGS {
        @Override
        void act() {
            throw new AssertionError("hangs are for the stage");
        }
    };

    /** Empty where it does not fail. */
    final Optional<Cause> cause;

    Deed() {
        cause = Optional.empty();
    }

    Deed(Cause cause) {
        this.cause = Optional.of(cause);
    }

    abstract void act();

    static Cause unexpected() {
        return Cause.of(RuntimeMessage.UNEXPECTED, FailureOrigin.CONNECTOR);
    }
}
