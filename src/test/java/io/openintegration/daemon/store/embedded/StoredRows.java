package io.openintegration.daemon.store.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openintegration.daemon.metadata.ServerName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What stands in the tables of a metadata server, for comparison: every column but the count of writes. */
final class StoredRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredRows() {}

    /** By table; each row by column, JSON as what it means. */
    static Map<String, List<Map<String, Object>>> of(DataSource dataSource, ServerName server) {
        Map<String, List<Map<String, Object>>> all = new TreeMap<>();
        all.put("element", rows(dataSource, SchemaName.of(server).table("element"), "guid"));
        all.put("relationship", rows(dataSource, SchemaName.of(server).table("relationship"), "guid"));
        all.put("batch_receipt", rows(dataSource, SchemaName.of(server).table("batch_receipt"), "request_id, batch"));
        return all;
    }

    private static List<Map<String, Object>> rows(DataSource dataSource, String table, String key) {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet found =
                        connection.createStatement().executeQuery("SELECT * FROM " + table + " ORDER BY " + key)) {
            while (found.next()) {
                Map<String, Object> row = new TreeMap<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    String name = found.getMetaData().getColumnName(column).toLowerCase(Locale.ROOT);
                    row.put(name, name.equals("classifications") ? json(found.getString(column)) : text(found, column));
                }
                row.remove("revision");
                rows.add(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    /** Null as itself: it differs from any text. */
    private static Object text(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return value == null ? "(null)" : value.toString();
    }

    private static Object json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
