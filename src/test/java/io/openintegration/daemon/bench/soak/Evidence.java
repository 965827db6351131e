package io.openintegration.daemon.bench.soak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What the server's database says, read after the server has ended. */
final class Evidence {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource database;

    /** @param end empty where it never ended */
    record Run(String connector, String trigger, Instant begin, Optional<Instant> end, String outcome) {}

    /** @param parameters the first is mostly the connector's name */
    record Audited(long incarnation, long sequence, Instant time, String id, List<String> parameters, String text) {}

    record Catalogued(String qualifiedName, boolean archived) {}

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    Evidence(DataSource database) {
        this.database = database;
    }

    /** Each connector's refreshes in the order in which they began. */
    List<Run> runs() throws SQLException {
        return query(
                "SELECT * FROM \"daemon\".connector_run ORDER BY connector, begin_time, end_time",
                row -> new Run(
                        row.getString("connector"),
                        row.getString("trigger_name"),
                        time(row, "begin_time").orElseThrow(),
                        time(row, "end_time"),
                        row.getString("outcome")));
    }

    /** The daemon's audit records in the order in which they were made. */
    List<Audited> audited() throws SQLException {
        return query(
                "SELECT * FROM \"daemon\".audit_record WHERE server_name = '" + SoakLayout.DAEMON
                        + "' ORDER BY incarnation, sequence_number",
                row -> new Audited(
                        row.getLong("incarnation"),
                        row.getLong("sequence_number"),
                        time(row, "time_stamp").orElseThrow(),
                        row.getString("message_id"),
                        texts(row.getString("message_parameters")),
                        row.getString("message_text")));
    }

    /** All elements of the metadata store. */
    List<Catalogued> catalogued() throws SQLException {
        String schema = query(
                        "SELECT table_schema FROM information_schema.tables WHERE LOWER(table_name) = 'element'",
                        row -> row.getString(1))
                .get(0);
        return query(
                "SELECT properties, archived_with FROM \"" + schema + "\".element",
                row -> new Catalogued(qualifiedName(row.getString(1)), row.getString(2) != null));
    }

    private static String qualifiedName(String properties) throws SQLException {
        try {
            return new ObjectMapper().readTree(properties).path("qualifiedName").asText();
        } catch (JsonProcessingException e) {
            throw new SQLException("not the properties of an element", e);
        }
    }

    private <T> List<T> query(String sql, Reading<T> reading) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reading.read(rows));
            }
            return read;
        }
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static List<String> texts(String json) throws SQLException {
        try {
            return List.of(JSON.readValue(json, String[].class));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
