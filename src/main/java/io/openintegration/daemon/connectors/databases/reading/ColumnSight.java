package io.openintegration.daemon.connectors.databases.reading;

/** How far the columns that a database shows of a table are all that it has. */
public enum ColumnSight {
    /** They are, also where there is none: PostgreSQL has tables without columns. */
    ALL,
    /** They are, where there is any. One without columns could not be opened: a view whose table is gone, a table that is damaged. */
    ALL_OR_NONE,
    /** Others may be hidden from the account. */
    SOME;

    boolean showsAll(int columns) {
        return switch (this) {
            case ALL -> true;
            case ALL_OR_NONE -> columns > 0;
            case SOME -> false;
        };
    }
}
