package io.openintegration.daemon.runtime.model;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.spi.FailureOrigin;

/** Why a connector failed: the message's id, and who is at fault. */
record Cause(String message, FailureOrigin origin) {

    static Cause of(MessageDefinition message, FailureOrigin origin) {
        return new Cause(message.id(), origin);
    }

    static Cause of(Failure failure) {
        return new Cause(failure.message().id(), failure.origin());
    }
}
