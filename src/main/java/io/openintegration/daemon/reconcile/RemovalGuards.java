package io.openintegration.daemon.reconcile;

import java.time.Duration;
import java.time.Instant;

/**
 * When items that are gone are held back from removal, lest an outage be read as a deletion. What was not read completely
 * removes nothing anyway.
 *
 * @param removalAllowed whether anything is removed at all
 * @param maximumShare the most that may go at once, in percent of what was catalogued before, of a top scope and of all
 *     together: 1 to 100. With 100 any share may go; below, a top scope that is not described any more, or in which nothing at all is
 *     found any more, keeps what it had, however little
 * @param minimumItems a smaller number of items may go, whatever share that is, and all of them from a scope within a top scope; from 1
 * @param minimumAge an item that was catalogued for a shorter time stays; zero means that any may go
 */
public record RemovalGuards(boolean removalAllowed, int maximumShare, int minimumItems, Duration minimumAge) {

    /** Half of it may go; fewer than 10 items always may, and items of any age. */
    public static final RemovalGuards STANDARD = new RemovalGuards(true, 50, 10, Duration.ZERO);

    /** Whatever is gone is removed. */
    public static final RemovalGuards NONE = new RemovalGuards(true, 100, 1, Duration.ZERO);

    public RemovalGuards {
        if (maximumShare < 1 || maximumShare > 100 || minimumItems < 1 || minimumAge.isNegative()) {
            throw new IllegalArgumentException("a guard is out of its range");
        }
    }

    boolean areTooMany(long leaving, long of) {
        return leaving >= minimumItems && leaving * 100 > of * maximumShare;
    }

    boolean keepWhatIsInEmptiedScopes() {
        return maximumShare < 100;
    }

    boolean isTooYoung(Instant cataloguedAt, Instant now) {
        return Duration.between(cataloguedAt, now).compareTo(minimumAge) < 0;
    }
}
