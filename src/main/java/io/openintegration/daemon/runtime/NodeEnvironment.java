package io.openintegration.daemon.runtime;

import java.time.Duration;

/**
 * What a daemon's node shares with the other nodes that can run it.
 *
 * @param node this one
 * @param chronicle read by a node that stands by
 * @param documents what the node on duty does when another one asks it to go over to the changed document
 * @param patience how long an operator's request waits for the answer of the node on duty
 */
public record NodeEnvironment(
        Node node,
        Lease lease,
        NodeBoard board,
        CommandDesk desk,
        Chronicle chronicle,
        DocumentChange documents,
        Timing timing,
        Duration patience) {

    /** Whether there can be other nodes. */
    boolean isShared() {
        return lease != Lease.SOLE;
    }
}
