package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.ContentCounts;
import io.openintegration.daemon.metadata.ServerName;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * Writes the content of one metadata server as lines (ADR 39), a portion of rows at a time, each found by the key of the last one:
 * H2 would keep the rows of one large question in memory. Used by one thread, once.
 */
final class ContentExport {

    private static final int PORTION = 100;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Connection connection;
    private final SchemaName schema;
    private final ExportedLines lines;

    /** @param connection in a transaction to which all tables are as they were when it began */
    ContentExport(Connection connection, SchemaName schema, OutputStream out) {
        this.connection = connection;
        this.schema = schema;
        this.lines = new ExportedLines(out);
    }

    ContentCounts write(ServerName server, Instant time) throws SQLException, IOException {
        lines.write(ExportFormat.BEGIN, json -> {
            json.writeStringField("format", ExportFormat.NAME);
            json.writeNumberField("version", ExportFormat.VERSION);
            json.writeStringField("server", server.value());
            json.writeNumberField("time", time.toEpochMilli());
        });
        long elements = byGuid("element", "", this::element);
        long anchors = byGuid("element", " AND anchor_guid > guid", this::lateAnchor);
        long relationships = byGuid("relationship", "", this::relationship);
        long receipts = receipts();
        String digest = lines.digest();
        lines.write(ExportFormat.END, json -> {
            json.writeNumberField("elements", elements);
            json.writeNumberField("anchors", anchors);
            json.writeNumberField("relationships", relationships);
            json.writeNumberField("receipts", receipts);
            json.writeStringField("sha256", digest);
        });
        lines.flush();
        return new ContentCounts(elements, relationships, receipts);
    }

    /** Writes the line of a row. */
    @FunctionalInterface
    private interface RowLine {
        void write(ResultSet row) throws SQLException, IOException;
    }

    private long byGuid(String table, String condition, RowLine line) throws SQLException, IOException {
        String sql = "SELECT * FROM " + schema.table(table) + " WHERE guid > ?" + condition + " ORDER BY guid LIMIT "
                + PORTION;
        long count = 0;
        try (PreparedStatement portion = connection.prepareStatement(sql)) {
            UUID last = BEFORE_ALL;
            int found = PORTION;
            while (found == PORTION) {
                found = 0;
                portion.setObject(1, last);
                try (ResultSet rows = portion.executeQuery()) {
                    while (rows.next()) {
                        line.write(rows);
                        last = rows.getObject("guid", UUID.class);
                        found++;
                    }
                }
                count += found;
            }
        }
        return count;
    }

    private void element(ResultSet row) throws SQLException, IOException {
        UUID guid = row.getObject("guid", UUID.class);
        UUID anchor = row.getObject("anchor_guid", UUID.class);
        UUID archivedWith = row.getObject("archived_with", UUID.class);
        lines.write(ExportFormat.ELEMENT, json -> {
            json.writeStringField("guid", guid.toString());
            RowJson.field(json, "typeName", row, "type_name");
            RowJson.raw(json, "properties", row);
            RowJson.raw(json, "classifications", row);
            // The text of UUIDs sorts as the databases sort them. What comes later cannot be referred to yet.
            if (anchor != null && anchor.toString().compareTo(guid.toString()) < 0) {
                json.writeStringField("anchor", anchor.toString());
            }
            if (archivedWith != null) {
                json.writeStringField("archivedWith", archivedWith.toString());
            }
            RowJson.origin(json, row);
        });
    }

    private void lateAnchor(ResultSet row) throws SQLException, IOException {
        String element = row.getObject("guid", UUID.class).toString();
        String anchor = row.getObject("anchor_guid", UUID.class).toString();
        lines.write(ExportFormat.ANCHOR, json -> {
            json.writeStringField("element", element);
            json.writeStringField("anchor", anchor);
        });
    }

    private void relationship(ResultSet row) throws SQLException, IOException {
        lines.write(ExportFormat.RELATIONSHIP, json -> {
            RowJson.field(json, "guid", row, "guid");
            RowJson.field(json, "typeName", row, "type_name");
            RowJson.field(json, "end1", row, "end1");
            RowJson.field(json, "end2", row, "end2");
            RowJson.raw(json, "properties", row);
            RowJson.origin(json, row);
        });
    }

    private long receipts() throws SQLException, IOException {
        String sql = "SELECT * FROM " + schema.table("batch_receipt")
                + " WHERE (request_id, batch) > (?, ?) ORDER BY request_id, batch LIMIT " + PORTION;
        long count = 0;
        try (PreparedStatement portion = connection.prepareStatement(sql)) {
            String request = "";
            long batch = -1;
            int found = PORTION;
            while (found == PORTION) {
                found = 0;
                portion.setString(1, request);
                portion.setLong(2, batch);
                try (ResultSet rows = portion.executeQuery()) {
                    while (rows.next()) {
                        receipt(rows);
                        request = rows.getString("request_id");
                        batch = rows.getLong("batch");
                        found++;
                    }
                }
                count += found;
            }
        }
        return count;
    }

    private void receipt(ResultSet row) throws SQLException, IOException {
        lines.write(ExportFormat.RECEIPT, json -> {
            RowJson.field(json, "requestId", row, "request_id");
            RowJson.number(json, "batch", row, "batch");
            RowJson.field(json, "digest", row, "digest");
            RowJson.field(json, "results", row, "results");
            RowJson.number(json, "time", row, "create_time");
        });
    }
}
