package io.openintegration.daemon.runtime;

/**
 * Port: the right to run the connectors of one daemon, which one node has at a time. It lasts for a while, and is lost unless it
 * is claimed again before. {@link #isHeld} is safe from any thread; all else is called by one at a time.
 */
public interface Lease {

    /** Of a daemon that no other node can run: its database is this node's own. */
    Lease SOLE = new Lease() {
        @Override
        public boolean claim() {
            return true;
        }

        @Override
        public boolean isHeld() {
            return true;
        }

        @Override
        public void release() {
            // nobody waits for it
        }
    };

    /**
     * Gets the lease, or keeps it; may wait for the database, though no longer than a few seconds.
     *
     * @return whether this node has it now; false also where that cannot be found out, and at least once where it was lost since
     *     the last claim, though it could be had again: somebody else may have had it meanwhile
     */
    boolean claim();

    /**
     * Whether this node has the lease at this moment, as far as it can know without asking: false at the latest when another
     * node can have it. Never waits.
     */
    boolean isHeld();

    /** Gives it back, so that another node can have it at once. */
    void release();
}
