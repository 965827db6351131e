package io.openintegration.daemon.store.embedded;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Columns as fields of JSON. */
final class RowJson {

    private RowJson() {}

    static void field(JsonGenerator json, String name, ResultSet row, String column) throws SQLException, IOException {
        json.writeStringField(name, row.getString(column));
    }

    static void number(JsonGenerator json, String name, ResultSet row, String column) throws SQLException, IOException {
        json.writeNumberField(name, row.getLong(column));
    }

    /** A column that holds JSON, and has the field's name. */
    static void raw(JsonGenerator json, String name, ResultSet row) throws SQLException, IOException {
        json.writeFieldName(name);
        json.writeRawValue(row.getString(name));
    }

    /** What elements and relationships have in common: whose they are, who wrote them, when, how often. */
    static void origin(JsonGenerator json, ResultSet row) throws SQLException, IOException {
        if (row.getString("source_guid") != null) {
            json.writeObjectFieldStart("source");
            field(json, "guid", row, "source_guid");
            field(json, "name", row, "source_name");
            json.writeEndObject();
        }
        field(json, "createdBy", row, "created_by");
        field(json, "updatedBy", row, "updated_by");
        number(json, "createTime", row, "create_time");
        number(json, "updateTime", row, "update_time");
        number(json, "version", row, "version");
    }
}
