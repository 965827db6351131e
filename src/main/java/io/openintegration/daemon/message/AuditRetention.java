package io.openintegration.daemon.message;

import java.time.Instant;
import java.util.List;

/** Port: takes old records out of the audit trail. Safe from any thread. */
public interface AuditRetention {

    /** The servers that have records in the trail; never null. */
    List<String> servers();

    /**
     * Removes records of a server, the oldest first.
     *
     * @param before records before this time are removed
     * @param most how many are removed at the most, so that a call is short; from 1
     * @return how many were removed; less than the most where no more are left
     */
    int remove(String server, Instant before, int most);
}
