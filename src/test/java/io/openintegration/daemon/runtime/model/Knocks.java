package io.openintegration.daemon.runtime.model;

/** The timer. */
final class Knocks {

    /**
     * At one knock the daemon gives a call up, at the next it decides when to try again, at a third it does, at a fourth it finds
     * that this has failed; what a knock finds out that comes while threads still work is left to chance.
     */
    private static final int ENOUGH = 6;

    private Knocks() {}

    /** Lets the timer knock until all is found out that there is to find out at one time. */
    static void play(RealDaemon real, DaemonModel model) throws InterruptedException {
        for (int knock = 0; knock < ENOUGH; knock++) {
            real.settle();
            real.knock();
            model.knock();
        }
    }
}
