package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.plan.Plan;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanQuery;
import io.openintegration.daemon.runtime.plan.PlanState;
import io.openintegration.daemon.runtime.plan.Plans;
import io.openintegration.daemon.spi.ConnectorName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The plans of daemons in the daemon's database. Its methods throw {@link DatabaseException} (DAEMON-DATABASE-500-001) where the
 * database fails.
 */
public final class JdbiPlans implements Plans {

    private static final String INSERT =
            """
            INSERT INTO "daemon".change_plan (id, daemon, connector, state, requested_at, story)
            VALUES (:id, :daemon, :connector, :state, :requested_at, :story)
            """;

    private static final String LIST =
            """
            SELECT * FROM "daemon".change_plan
            WHERE daemon = :daemon
                AND (:connector IS NULL OR connector = :connector)
                AND (:state IS NULL OR state = :state)
            ORDER BY requested_at DESC, id
            FETCH FIRST :limit ROWS ONLY
            """;

    private static final String OLD =
            """
            SELECT id FROM "daemon".change_plan
            WHERE requested_at < :before AND state NOT IN ('PLANNING', 'APPLYING')
            """;

    private static final String PURGE_RUNS =
            """
            DELETE FROM "daemon".item_change change
            WHERE NOT EXISTS (SELECT 1 FROM "daemon".change_plan WHERE id = change.list_id)
                AND NOT EXISTS (SELECT 1 FROM "daemon".connector_run WHERE id = change.list_id AND begin_time >= :before)
            """;

    private final DaemonDatabase database;

    public JdbiPlans(DaemonDatabase database) {
        this.database = database;
    }

    @Override
    public void keep(ServerName daemon, Plan plan) {
        database.inTransaction("keepPlan", handle -> {
            handle.execute(
                    "DELETE FROM \"daemon\".change_plan WHERE id = ?", plan.id().value());
            return insert(handle, daemon, plan);
        });
    }

    @Override
    public boolean change(ServerName daemon, PlanState from, Plan plan) {
        return database.inTransaction("changePlan", handle -> {
            boolean found = handle.createUpdate("DELETE FROM \"daemon\".change_plan WHERE id = :id AND state = :from")
                            .bind("id", plan.id().value())
                            .bind("from", from.name())
                            .execute()
                    > 0;
            if (found) {
                insert(handle, daemon, plan);
            }
            return found;
        });
    }

    @Override
    public Optional<Plan> find(ServerName daemon, PlanId id) {
        return database.call("findPlan", handle -> handle.select(
                        "SELECT * FROM \"daemon\".change_plan WHERE daemon = ? AND id = ?",
                        StorableText.escaped(daemon.value()),
                        id.value())
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public List<Plan> list(ServerName daemon, PlanQuery query) {
        return database.call("listPlans", handle -> handle.createQuery(LIST)
                .bind("daemon", StorableText.escaped(daemon.value()))
                .bind(
                        "connector",
                        query.connector()
                                .map(name -> StorableText.escaped(name.value()))
                                .orElse(null))
                .bind("state", query.state().map(PlanState::name).orElse(null))
                .bind("limit", query.limit())
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public void delete(ServerName daemon, PlanId id) {
        database.inTransaction("deletePlan", handle -> delete(handle, id.value()));
    }

    @Override
    public int endLost(ServerName daemon) {
        List<Plan> lost = List.of(PlanState.PLANNING, PlanState.APPLYING).stream()
                .flatMap(state ->
                        list(daemon, new PlanQuery(Optional.empty(), Optional.of(state), Integer.MAX_VALUE)).stream())
                .toList();
        lost.forEach(plan -> change(daemon, plan.state(), plan.in(PlanState.FAILED)));
        return lost.size();
    }

    @Override
    public int purge(Instant before) {
        List<UUID> old = database.call("findOldPlans", handle -> handle.createQuery(OLD)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .mapTo(UUID.class)
                .list());
        old.forEach(id -> database.inTransaction("purgePlan", handle -> delete(handle, id)));
        return old.size();
    }

    @Override
    public void purgeChangesOfRuns(Instant before) {
        database.call("purgeChanges", handle -> handle.createUpdate(PURGE_RUNS)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .execute());
    }

    private static int delete(Handle handle, UUID id) {
        handle.execute("DELETE FROM \"daemon\".item_change WHERE list_id = ?", id);
        return handle.execute("DELETE FROM \"daemon\".change_plan WHERE id = ?", id);
    }

    private static int insert(Handle handle, ServerName daemon, Plan plan) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", plan.id().value());
        row.put("daemon", StorableText.escaped(daemon.value()));
        row.put("connector", StorableText.escaped(plan.connector().value()));
        row.put("state", plan.state().name());
        row.put("requested_at", plan.requestedAt().atOffset(ZoneOffset.UTC));
        row.put("story", PlanJson.write(plan));
        return handle.createUpdate(INSERT).bindMap(row).execute();
    }

    private static Plan read(ResultSet row) throws SQLException {
        return PlanJson.read(
                row.getObject("id", UUID.class),
                new ConnectorName(StorableText.unescaped(row.getString("connector"))),
                PlanState.valueOf(row.getString("state")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("story"));
    }
}
