package io.openintegration.daemon.connectors.databases.reading;

/** Is told of the tables of a schema, one by one. */
public interface TableReceiver {

    /** Whether a table of that name is asked for at all. */
    boolean wants(String table);

    /** A table, with all of its columns that are to be seen. */
    void take(Table table);

    /** A table that is there, and cannot be taken in, because something of it is beyond all measure. */
    void refuse(String table);
}
