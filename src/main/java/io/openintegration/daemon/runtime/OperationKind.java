package io.openintegration.daemon.runtime;

/**
 * What can be done with a connector, in rising order of precedence: the later one absorbs the earlier. Of a restart and a
 * stop, the one asked for last counts.
 */
public enum OperationKind {
    /** The refresh of changes that the connector itself asked for. */
    CHANGES_REFRESH,
    /** The timer's refresh. */
    SCHEDULED_REFRESH,
    /** A refresh that compares with the metadata server too. */
    REQUESTED_REFRESH,
    /** The same, which also removes what was held back before. */
    RELEASING_REFRESH,
    /** Work on the connector's own thread until told to end. */
    ENGAGE,
    /** Something that is like nothing else, and is done for itself: a plan, its application, an undo. */
    APART,
    /** End the connector's life, if any, and begin a new one. */
    RESTART,
    /** End the connector's life. */
    STOP;

    /** Whether this absorbs what waits already, when it is asked for. */
    boolean absorbs(OperationKind waiting) {
        return preempts() || compareTo(waiting) >= 0;
    }

    /** Whether one of the two is done for both, where both wait. */
    boolean joins(OperationKind waiting) {
        return this != APART && (preempts() || waiting != APART);
    }

    /** Whether a running operation is interrupted for this one. */
    boolean preempts() {
        return this == RESTART || this == STOP;
    }
}
