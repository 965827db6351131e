package io.openintegration.daemon.runtime.plan;

/** Why there is a plan. */
public enum PlanOrigin {
    /** Somebody asked what a refresh would do. */
    REQUEST,
    /** A refresh needed approval. */
    APPROVAL,
    /** Somebody wanted to apply another plan, which was compared with this one. */
    SECOND_LOOK,
    /** Somebody asked what an undo would do. */
    UNDO
}
