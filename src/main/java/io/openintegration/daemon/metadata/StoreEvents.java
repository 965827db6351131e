package io.openintegration.daemon.metadata;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Port: what changes in a metadata server by way of this process, as it changes. The last of the events are kept, so many and no
 * more; whoever reads more slowly than others write loses some, is told so, and holds up nobody. Safe from any thread.
 */
public interface StoreEvents {

    /**
     * The place behind the last event: where listening begins. A place is opaque text without blanks.
     *
     * @return not null
     */
    String now();

    /**
     * The events behind a place, the earliest first; waits where there are none.
     *
     * @param place that {@link #now} or an earlier answer gave, whenever that was
     * @param most events to return, 1 or more
     * @param patience how long to wait for the first one
     * @return empty where the events behind that place are not kept any more, or the place is of an earlier life of the server,
     *     or is none: it is not known what was missed
     * @throws InterruptedException where the thread is interrupted while it waits
     */
    Optional<Reading> after(String place, int most, Duration patience) throws InterruptedException;

    /**
     * What was read.
     *
     * @param events none where none came in time
     * @param open whether others may follow: false where the server was stopped
     */
    record Reading(List<Placed> events, boolean open) {}

    /** @param place to go on from, when this event has been dealt with */
    record Placed(String place, StoreEvent event) {}
}
