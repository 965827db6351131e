package io.openintegration.daemon.connectors.databases.reading;

import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;

/** Tells tables as their columns come, one table after the other: columns are the many, and no more than one table is in memory with them. */
final class TableByTable {

    private final Map<String, Draft> drafts;
    private final Consumer<Draft> receiver;
    private String table = "";
    private Draft current;

    /** @param drafts without columns; each is taken out when its columns come */
    TableByTable(Map<String, Draft> drafts, Consumer<Draft> receiver) {
        this.drafts = drafts;
        this.receiver = receiver;
    }

    /** A column of the row at hand. */
    interface ColumnReader {
        Column read() throws SQLException;
    }

    void add(String ofTable, ColumnReader column) throws SQLException {
        if (current == null || !table.equals(ofTable)) {
            tell();
            table = ofTable;
            // one whose columns came before, or that came since the list was made, is not told of
            current = drafts.remove(ofTable);
        }
        if (current != null) {
            current.add(column.read());
        }
    }

    /** No more columns come: the last one is told, and those without any. */
    void end() {
        tell();
        drafts.values().forEach(receiver);
    }

    private void tell() {
        if (current != null) {
            receiver.accept(current);
            current = null;
        }
    }
}
