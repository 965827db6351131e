package io.openintegration.daemon.access;

import io.openintegration.daemon.message.DaemonException;
import java.time.Duration;

/** Too many failures before: the request was refused without being looked at ({@code ACCESS-429-001}). */
public final class ThrottledException extends DaemonException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    public ThrottledException(Duration retryAfter) {
        super(AccessMessage.THROTTLED.with(seconds(retryAfter)));
        this.seconds = seconds(retryAfter);
    }

    /** For the header {@code Retry-After}: at least 1. */
    public long seconds() {
        return seconds;
    }

    /** Whole seconds, never less than the time that is left. */
    static long seconds(Duration retryAfter) {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
