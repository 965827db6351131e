package io.openintegration.daemon.configuration;

/** Who brings a failed connector back (docs/operating.md, "Supervision"). */
public enum RestartPolicy {
    /** The operator: a connector that failed is not called again until it is restarted (the operator's guide). */
    MANUAL,
    /** The daemon, as far as the cause of the failure lets it. */
    AUTOMATIC
}
