package io.openintegration.daemon.runtime;

import java.time.Duration;
import java.util.List;

/**
 * What somebody found on a {@link NodeBoard}.
 *
 * @param onDuty who published last
 * @param publication the number of what was published last; numbers of a daemon only grow
 * @param age how long ago that was, when it was read
 * @param changed the reports that were published since the reader's last reading
 */
public record BoardReading(DutyNotice onDuty, long publication, Duration age, List<SharedReport> changed) {

    public BoardReading {
        changed = List.copyOf(changed);
    }

    /** The same with these reports. */
    public BoardReading with(List<SharedReport> reports) {
        return new BoardReading(onDuty, publication, age, reports);
    }
}
