package io.openintegration.daemon.runtime.run;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.spi.FailureOrigin;

/** Why a connector failed, and who is at fault. */
public record Failure(Message message, FailureOrigin origin) {}
