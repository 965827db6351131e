package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.BoardReading;
import io.openintegration.daemon.runtime.DutyNotice;
import io.openintegration.daemon.runtime.Node;
import io.openintegration.daemon.runtime.NodeBoard;
import io.openintegration.daemon.runtime.SharedReport;
import io.openintegration.daemon.spi.ConnectorName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What the node on duty tells of its connectors, in the daemon's database. Its methods throw {@link DatabaseException}: {@code
 * DAEMON-DATABASE-500-001} where the database fails or is away for seconds, {@code -409-001} where another node has taken over.
 */
public final class JdbiNodeBoard implements NodeBoard {

    private static final String TELL =
            """
            UPDATE "daemon".daemon_duty SET
                node = :node, host = :host, since = :since,
                publication = publication + 1, published_at = CURRENT_TIMESTAMP
            WHERE daemon = :daemon
            """;

    private static final String TELL_FIRST =
            """
            INSERT INTO "daemon".daemon_duty (daemon, node, host, since, publication, published_at)
            VALUES (:daemon, :node, :host, :since, 1, CURRENT_TIMESTAMP)
            """;

    private static final String UPDATE =
            """
            UPDATE "daemon".connector_report SET publication = :publication, report = :report
            WHERE daemon = :daemon AND connector = :connector
            """;

    private static final String INSERT =
            """
            INSERT INTO "daemon".connector_report (daemon, connector, publication, report)
            VALUES (:daemon, :connector, :publication, :report)
            """;

    private static final String READ_DUTY =
            """
            SELECT node, host, since, publication, published_at, CURRENT_TIMESTAMP AS present
            FROM "daemon".daemon_duty WHERE daemon = ?
            """;

    private final DaemonDatabase all;
    private final DaemonDatabase guarded;

    /**
     * @param all for those who read
     * @param guarded the same database for the node on duty, as long as it is
     */
    public JdbiNodeBoard(DaemonDatabase all, DaemonDatabase guarded) {
        this.all = all.patient();
        this.guarded = guarded.patient();
    }

    @Override
    public void publish(ServerName daemon, DutyNotice onDuty, Collection<SharedReport> changed) {
        String name = StorableText.escaped(daemon.value());
        guarded.inTransaction("publishStatus", handle -> {
            // locks the row, so that publications are seen in their order
            if (tell(handle, TELL, name, onDuty) == 0) {
                tell(handle, TELL_FIRST, name, onDuty);
            }
            long publication = handle.select("SELECT publication FROM \"daemon\".daemon_duty WHERE daemon = ?", name)
                    .mapTo(Long.class)
                    .one();
            write(handle, INSERT, name, publication, write(handle, UPDATE, name, publication, changed));
            return publication;
        });
    }

    @Override
    public void retain(ServerName daemon, Set<ConnectorName> connectors) {
        String name = StorableText.escaped(daemon.value());
        guarded.inTransaction("retainStatus", handle -> {
            List<String> known = handle.select(
                            "SELECT connector FROM \"daemon\".connector_report WHERE daemon = ?", name)
                    .mapTo(String.class)
                    .list();
            known.stream()
                    .filter(connector -> !connectors.contains(new ConnectorName(StorableText.unescaped(connector))))
                    .forEach(connector -> handle.execute(
                            "DELETE FROM \"daemon\".connector_report WHERE daemon = ? AND connector = ?",
                            name,
                            connector));
            return known;
        });
    }

    @Override
    public Optional<BoardReading> read(ServerName daemon, long after) {
        String name = StorableText.escaped(daemon.value());
        return all.call("readStatus", handle -> handle.select(READ_DUTY, name)
                .map((row, context) -> reading(row))
                .findOne()
                .map(duty -> duty.with(reports(handle, name, after))));
    }

    private static int tell(Handle handle, String statement, String daemon, DutyNotice onDuty) {
        return handle.createUpdate(statement)
                .bind("daemon", daemon)
                .bind("node", onDuty.node().id())
                .bind("host", StorableText.of(onDuty.node().host()))
                .bind("since", onDuty.since().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** @return those for which there was no row */
    private static List<SharedReport> write(
            Handle handle, String statement, String daemon, long publication, Collection<SharedReport> reports) {
        if (reports.isEmpty()) {
            return List.of();
        }
        List<SharedReport> written = List.copyOf(reports);
        PreparedBatch batch = handle.prepareBatch(statement);
        written.forEach(report -> batch.bind("daemon", daemon)
                .bind("connector", StorableText.escaped(report.connector().value()))
                .bind("publication", publication)
                .bind("report", SharedReportJson.write(report))
                .add());
        int[] rows = batch.execute();
        List<SharedReport> missing = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == 0) {
                missing.add(written.get(i));
            }
        }
        return missing;
    }

    private static List<SharedReport> reports(Handle handle, String daemon, long after) {
        return handle.select(
                        "SELECT connector, report FROM \"daemon\".connector_report WHERE daemon = ? AND publication > ?",
                        daemon,
                        after)
                .map((row, context) -> SharedReportJson.read(
                        new ConnectorName(StorableText.unescaped(row.getString("connector"))), row.getString("report")))
                .list();
    }

    private static BoardReading reading(ResultSet row) throws SQLException {
        Duration age = Duration.between(
                row.getObject("published_at", OffsetDateTime.class), row.getObject("present", OffsetDateTime.class));
        return new BoardReading(
                new DutyNotice(
                        new Node(row.getString("node"), row.getString("host")),
                        row.getObject("since", OffsetDateTime.class).toInstant()),
                row.getLong("publication"),
                age.isNegative() ? Duration.ZERO : age,
                List.of());
    }
}
