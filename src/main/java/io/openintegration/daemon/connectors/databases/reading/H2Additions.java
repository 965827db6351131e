package io.openintegration.daemon.connectors.databases.reading;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Estimates of rows and the queries of views, by H2's {@code INFORMATION_SCHEMA}. */
final class H2Additions implements Additions {

    /** What it says of views is a constant. */
    private static final String ESTIMATES =
            """
            SELECT TABLE_NAME AS NAME, ROW_COUNT_ESTIMATE AS ESTIMATE FROM INFORMATION_SCHEMA.TABLES
            WHERE TABLE_SCHEMA = ? AND TABLE_TYPE = 'BASE TABLE'""";

    private static final String VIEWS =
            """
            SELECT TABLE_NAME AS NAME, LEFT(VIEW_DEFINITION, 20001) AS DEFINITION FROM INFORMATION_SCHEMA.VIEWS
            WHERE TABLE_SCHEMA = ?""";

    private final Session session;

    H2Additions(Session session) {
        this.session = session;
    }

    @Override
    public OfSchema of(Schema schema, TableReceiver receiver) throws SQLException {
        List<String> of = List.of(schema.name().orElse(""));
        Map<String, Optional<Long>> estimates = new HashMap<>();
        session.query(ESTIMATES, of, row -> {
            if (receiver.wants(row.text("NAME"))) {
                estimates.put(row.text("NAME"), row.number("ESTIMATE"));
            }
        });
        Map<String, Optional<String>> definitions = new HashMap<>();
        session.query(VIEWS, of, row -> {
            if (receiver.wants(row.text("NAME"))) {
                definitions.put(row.text("NAME"), row.prose("DEFINITION"));
            }
        });
        return relation -> relation.withRows(estimates.getOrDefault(relation.name(), Optional.empty()))
                .withDefinition(definitions.getOrDefault(relation.name(), Optional.empty()));
    }
}
