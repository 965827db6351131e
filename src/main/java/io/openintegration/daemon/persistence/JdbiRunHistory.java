package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.run.RunHistory;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The refreshes of daemons in the daemon's database. Its methods throw {@link DatabaseException} (DAEMON-DATABASE-500-001)
 * where the database fails.
 */
public final class JdbiRunHistory implements RunHistory {

    private static final String INSERT =
            """
            INSERT INTO "daemon".connector_run (
                id, daemon, connector, trigger_name, requested_by, begin_time, end_time, outcome,
                created, updated, removed, restored, unchanged, held_back, problem_count, problems, failure, failure_origin)
            VALUES (
                :id, :daemon, :connector, :trigger_name, :requested_by, :begin_time, :end_time, :outcome,
                :created, :updated, :removed, :restored, :unchanged, :held_back, :problem_count, :problems, :failure, :failure_origin)
            """;

    private static final String END =
            """
            UPDATE "daemon".connector_run SET
                end_time = :end_time, outcome = :outcome,
                created = :created, updated = :updated, removed = :removed, restored = :restored,
                unchanged = :unchanged, held_back = :held_back, problem_count = :problem_count, problems = :problems,
                failure = :failure, failure_origin = :failure_origin
            WHERE id = :id AND outcome = 'RUNNING'
            """;

    private static final String END_LOST =
            """
            UPDATE "daemon".connector_run SET end_time = :now, outcome = 'LOST'
            WHERE daemon = :daemon AND outcome = 'RUNNING'
            """;

    /** The order of runs that began in the same millisecond does not matter, as long as it is always the same. */
    private static final String LIST =
            """
            SELECT * FROM "daemon".connector_run
            WHERE daemon = :daemon
                AND (:connector IS NULL OR connector = :connector)
                AND (:outcome IS NULL OR outcome = :outcome)
            ORDER BY begin_time DESC, id
            FETCH FIRST :limit ROWS ONLY
            """;

    private static final String PURGE =
            """
            DELETE FROM "daemon".connector_run run
            WHERE end_time < :before AND (outcome NOT IN ('SUCCEEDED', 'DEGRADED') OR trigger_name IN ('PLAN', 'UNDO') OR EXISTS (
                SELECT 1 FROM "daemon".connector_run later
                WHERE later.daemon = run.daemon AND later.connector = run.connector
                    AND later.trigger_name NOT IN ('PLAN', 'UNDO')
                    AND later.outcome IN ('SUCCEEDED', 'DEGRADED')
                    AND (later.begin_time > run.begin_time
                        OR (later.begin_time = run.begin_time AND later.id > run.id))))
            """;

    private final DaemonDatabase database;

    public JdbiRunHistory(DaemonDatabase database) {
        this.database = database;
    }

    @Override
    public void begun(ServerName daemon, RunReport run) {
        database.call("noteBeginOfRun", handle -> insert(handle, daemon, run));
    }

    @Override
    public void ended(ServerName daemon, RunReport run) {
        database.inTransaction("noteEndOfRun", handle -> {
            int noted = handle.createUpdate(END).bindMap(RunRow.of(daemon, run)).execute();
            return noted > 0 || find(handle, daemon, run.id()).isPresent() ? noted : insert(handle, daemon, run);
        });
    }

    @Override
    public int endLost(ServerName daemon, Instant now) {
        return database.call("endLostRuns", handle -> handle.createUpdate(END_LOST)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("daemon", name(daemon))
                .execute());
    }

    @Override
    public Optional<RunReport> find(ServerName daemon, RunId id) {
        return database.call("findRun", handle -> find(handle, daemon, id));
    }

    @Override
    public List<RunReport> list(ServerName daemon, RunQuery query) {
        return database.call("listRuns", handle -> handle.createQuery(LIST)
                .bind("daemon", name(daemon))
                .bind(
                        "connector",
                        query.connector()
                                .map(connector -> StorableText.escaped(connector.value()))
                                .orElse(null))
                .bind("outcome", query.outcome().map(RunOutcome::name).orElse(null))
                .bind("limit", query.limit())
                .map((row, context) -> RunRow.read(row))
                .list());
    }

    @Override
    public Map<ConnectorName, RunReport> lastSuccesses(ServerName daemon) {
        return database.call("lastSuccessfulRuns", handle -> new LastSuccesses(handle, name(daemon)).find());
    }

    @Override
    public int purge(Instant before) {
        return database.call("purgeRuns", handle -> handle.createUpdate(PURGE)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .execute());
    }

    private static int insert(Handle handle, ServerName daemon, RunReport run) {
        return handle.createUpdate(INSERT).bindMap(RunRow.of(daemon, run)).execute();
    }

    private static Optional<RunReport> find(Handle handle, ServerName daemon, RunId id) {
        return handle.select(
                        "SELECT * FROM \"daemon\".connector_run WHERE daemon = ? AND id = ?", name(daemon), id.value())
                .map((row, context) -> RunRow.read(row))
                .findOne();
    }

    private static String name(ServerName daemon) {
        return StorableText.escaped(daemon.value());
    }
}
