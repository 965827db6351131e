package io.openintegration.daemon.spi;

/** Who is at fault when a connector fails: the guide's three sources of errors, the first one told apart. */
public enum FailureOrigin {
    /** The connector is wrongly configured: only a changed configuration helps. */
    CONFIGURATION,
    /** The third party is not available or misbehaves. */
    THIRD_PARTY,
    /** The metadata server is not available or misbehaves. */
    METADATA_SERVER,
    /** The connector itself misbehaves. */
    CONNECTOR,
    /** The daemon itself, such as its database. */
    DAEMON
}
