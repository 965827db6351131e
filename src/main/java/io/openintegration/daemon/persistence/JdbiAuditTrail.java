package io.openintegration.daemon.persistence;

import io.openintegration.daemon.message.AuditQuery;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditRetention;
import io.openintegration.daemon.message.AuditTrail;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The audit trail in the daemon's database. Characters that a database cannot store are replaced. Its methods throw
 * {@link DatabaseException} (DAEMON-DATABASE-500-001) where the database fails.
 */
public final class JdbiAuditTrail implements AuditTrail, AuditRetention {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String INSERT =
            """
            INSERT INTO "daemon".audit_record (
                guid, incarnation, sequence_number, time_stamp,
                server_name, server_type, organization_name,
                component_id, component_name, component_description,
                action_description, thread_id, thread_name, severity_code,
                message_id, message_text, message_folded, message_parameters, system_action, user_action,
                exception_class, exception_message, exception_stack_trace)
            VALUES (
                :guid, :incarnation, :sequence_number, :time_stamp,
                :server_name, :server_type, :organization_name,
                :component_id, :component_name, :component_description,
                :action_description, :thread_id, :thread_name, :severity_code,
                :message_id, :message_text, :message_folded, :message_parameters, :system_action, :user_action,
                :exception_class, :exception_message, :exception_stack_trace)
            """;

    private static final String REMOVE =
            """
            DELETE FROM "daemon".audit_record WHERE guid IN (
                SELECT guid FROM "daemon".audit_record
                WHERE server_name = :server AND time_stamp < :before
                ORDER BY time_stamp FETCH FIRST :most ROWS ONLY)
            """;

    private final DaemonDatabase database;

    public JdbiAuditTrail(DaemonDatabase database) {
        this.database = database;
    }

    @Override
    public void file(AuditRecord auditRecord) {
        database.call("fileAuditRecord", handle -> insert(handle, auditRecord));
    }

    @Override
    public void fileAll(List<AuditRecord> auditRecords) {
        if (!auditRecords.isEmpty()) {
            database.call("fileAuditRecords", handle -> insertAll(handle, auditRecords));
        }
    }

    @Override
    public List<AuditRecord> find(AuditQuery query) {
        return database.call("findAuditRecords", handle -> new AuditRecordSearch(query).run(handle));
    }

    @Override
    public List<String> servers() {
        return database.call(
                "findAuditedServers",
                handle ->
                        handle
                                .select("SELECT DISTINCT server_name FROM \"daemon\".audit_record")
                                .mapTo(String.class)
                                .stream()
                                .sorted() // not by the database: each has an order of its own
                                .toList());
    }

    @Override
    public int remove(String server, Instant before, int most) {
        return database.call("removeAuditRecords", handle -> handle.createUpdate(REMOVE)
                .bind("server", server)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .execute());
    }

    /** In one transaction, unless some were filed before: then one by one. */
    private static boolean insertAll(Handle handle, List<AuditRecord> auditRecords) {
        try {
            return handle.inTransaction(transaction -> {
                PreparedBatch batch = transaction.prepareBatch(INSERT);
                auditRecords.forEach(
                        auditRecord -> batch.bindMap(AuditRow.of(auditRecord)).add());
                return batch.execute().length == auditRecords.size();
            });
        } catch (UnableToExecuteStatementException e) {
            if (!wasFiledBefore(e)) {
                throw e;
            }
            auditRecords.forEach(auditRecord -> insert(handle, auditRecord));
            return false;
        }
    }

    /** Inserts and looks what happens, rather than looking first: two nodes may file the same record at once. */
    private static boolean insert(Handle handle, AuditRecord auditRecord) {
        try {
            handle.createUpdate(INSERT).bindMap(AuditRow.of(auditRecord)).execute();
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (wasFiledBefore(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean wasFiledBefore(UnableToExecuteStatementException e) {
        return e.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }
}
