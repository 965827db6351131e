package io.openintegration.daemon.connectors.files.content;

/** What a look into a file proved of it. */
public enum Proof {
    /** What it is, and which columns it has, if any. */
    ALL,
    /** What it is, but not which columns it has. */
    KIND,
    /** Nothing: it is taken for what its name says, and may be anything. */
    NONE
}
