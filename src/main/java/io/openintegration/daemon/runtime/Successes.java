package io.openintegration.daemon.runtime;

import java.time.Instant;
import java.util.Optional;

/**
 * The refreshes of a connector that ended well, also those before the server's last start.
 *
 * @param complete the last that looked at everything
 * @param latest the last of all, also one of changes alone
 */
public record Successes(Optional<LastRefresh> complete, Optional<LastRefresh> latest) {

    public static final Successes NONE = of(Optional.empty());

    /** Only that one is known. */
    public static Successes of(Optional<LastRefresh> last) {
        return new Successes(last, last);
    }

    /** That was one of changes alone. */
    Successes withChanges(LastRefresh changes) {
        return new Successes(complete, Optional.of(changes));
    }

    /**
     * The one that tells how things stand. A complete refresh knows of all places; one of changes tells more only while it is the latest and
     * met a problem.
     */
    public Optional<LastRefresh> standing() {
        return latest.filter(last -> last.report().problemCount() > 0)
                .or(() -> complete)
                .or(() -> latest);
    }

    /** When the connector worked the last time. */
    public Optional<Instant> end() {
        return latest.map(LastRefresh::end);
    }
}
