package io.openintegration.daemon.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Inserts the rows of one database into another that has the same tables and indexes and is empty: the same values, in the
 * order in which they were written, by plain JDBC batches with a commit for each. Only the inserting is timed, the
 * reading is not.
 */
final class RawInsert {

    private static final int BATCH = 1_000;
    /** Each after those to which it refers. */
    private static final List<String> TABLES =
            List.of("element", "relationship", "ledger_entry", "ledger_item_parts", "ledger_part");

    private final DataSource from;
    private final DataSource to;
    private long rows;
    private final Stopwatch watch = new Stopwatch();

    RawInsert(DataSource from, DataSource to) {
        this.from = from;
        this.to = to;
    }

    long rows() {
        return rows;
    }

    Stopwatch run() throws SQLException {
        try (Connection source = from.getConnection();
                Connection target = to.getConnection()) {
            source.setAutoCommit(false);
            target.setAutoCommit(false);
            Set<String> there = tables(source);
            for (String table : TABLES) {
                for (String found : there) {
                    if (found.endsWith("." + table)) {
                        copy(source, target, found);
                    }
                }
            }
            source.rollback();
            target.setAutoCommit(true);
            source.setAutoCommit(true);
        }
        return watch;
    }

    /** Quoted names, by schema. */
    private static Set<String> tables(Connection source) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet found = source.getMetaData().getTables(null, null, "%", null)) {
            while (found.next()) {
                String schema = found.getString("TABLE_SCHEM");
                if (schema.equals("daemon") || schema.startsWith("store_")) {
                    String table = found.getString("TABLE_NAME");
                    names.add("\"" + schema + "\"." + table.toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }

    private void copy(Connection source, Connection target, String table) throws SQLException {
        try (Statement select = source.createStatement()) {
            select.setFetchSize(BATCH);
            boolean isH2 = source.getMetaData().getDatabaseProductName().equals("H2");
            // rows in the order in which they were made: PostgreSQL would begin where another reader of the table is
            select.execute(isH2 ? "SET LAZY_QUERY_EXECUTION 1" : "SET synchronize_seqscans = off");
            try (ResultSet all = select.executeQuery("SELECT * FROM " + table);
                    PreparedStatement insert = target.prepareStatement(insert(table, all.getMetaData()))) {
                for (List<Object[]> batch = next(all); !batch.isEmpty(); batch = next(all)) {
                    insert(target, insert, batch);
                }
            }
        }
    }

    private static String insert(String table, ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnName(column));
        }
        return "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES ("
                + IntStream.range(0, names.size()).mapToObj(any -> "?").collect(Collectors.joining(", ")) + ")";
    }

    private static List<Object[]> next(ResultSet all) throws SQLException {
        List<Object[]> batch = new ArrayList<>();
        int columns = all.getMetaData().getColumnCount();
        while (batch.size() < BATCH && all.next()) {
            Object[] row = new Object[columns];
            for (int column = 0; column < columns; column++) {
                row[column] = all.getObject(column + 1);
            }
            batch.add(row);
        }
        return batch;
    }

    private void insert(Connection target, PreparedStatement insert, List<Object[]> batch) throws SQLException {
        watch.start();
        for (Object[] row : batch) {
            for (int column = 0; column < row.length; column++) {
                insert.setObject(column + 1, row[column]);
            }
            insert.addBatch();
        }
        insert.executeBatch();
        target.commit();
        watch.stop();
        rows += batch.size();
    }
}
