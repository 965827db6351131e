package io.openintegration.daemon.runtime;

/** One time of a node's duty: the daemon, and what the other nodes hear of it. */
record Shift(IntegrationDaemon daemon, DutyNotice notice, StatusPublisher publisher, CommandClerk clerk) {

    /**
     * Does what the other nodes ask, and tells them what they need to know. Called by one thread; may wait for the database. The
     * status is out before the answers: who has got one never sees what was before.
     */
    void exchange() {
        clerk.take();
        publisher.publish(daemon.status());
        clerk.answer();
    }
}
