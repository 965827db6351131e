package io.openintegration.daemon.connectors.databases.reading;

/** What a table is. */
public enum TableKind {
    TABLE("TABLE"),
    VIEW("VIEW"),
    MATERIALIZED_VIEW("MATERIALIZED VIEW"),
    PARTITIONED_TABLE("PARTITIONED TABLE"),
    PARTITION("PARTITION"),
    FOREIGN_TABLE("FOREIGN TABLE");

    private final String wireName;

    TableKind(String wireName) {
        this.wireName = wireName;
    }

    /** As databases spell it. */
    public String wireName() {
        return wireName;
    }

    public boolean isView() {
        return this == VIEW || this == MATERIALIZED_VIEW;
    }
}
