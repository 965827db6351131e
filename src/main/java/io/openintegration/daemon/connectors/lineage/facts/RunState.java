package io.openintegration.daemon.connectors.lineage.facts;

import io.openintegration.daemon.connectors.lineage.event.EventType;
import java.util.Set;

/** How a run stands, after all that was told of it. */
public enum RunState {
    /** Only others told of it. */
    UNKNOWN,
    STARTED,
    RUNNING,
    COMPLETED,
    ABORTED,
    FAILED;

    /**
     * A failure stays one, whatever else was told: producers report the end of what they did after it (seen of Spark: FAIL, then
     * COMPLETE for the same run). An end stays one, too: what tells of work after it is only late.
     */
    static RunState after(Set<EventType> told) {
        if (told.contains(EventType.FAIL)) {
            return FAILED;
        }
        if (told.contains(EventType.ABORT)) {
            return ABORTED;
        }
        if (told.contains(EventType.COMPLETE)) {
            return COMPLETED;
        }
        if (told.contains(EventType.RUNNING) || told.contains(EventType.OTHER)) {
            return RUNNING;
        }
        return told.contains(EventType.START) ? STARTED : UNKNOWN;
    }

    public boolean hasEnded() {
        return this == COMPLETED || this == ABORTED || this == FAILED;
    }
}
