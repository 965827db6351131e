package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.CommitGuard;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.ServerName;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** One metadata server's access to the database: what fails there becomes the port's exception, without any SQL. */
final class ServerDatabase {

    /** Each time round at least one writer gets through, so this is also how many may contend for one element. */
    private static final int ATTEMPTS = 20;

    private final Jdbi jdbi;
    private final ServerName server;
    private final CommitGuard guard;

    ServerDatabase(Jdbi jdbi, ServerName server, CommitGuard guard) {
        this.jdbi = jdbi;
        this.server = server;
        this.guard = guard;
    }

    ServerDatabase guardedBy(CommitGuard entitlement) {
        return new ServerDatabase(jdbi, server, entitlement);
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Writing<T> {
        /** @param again whether it was tried before, and other writers, or what they wrote, were in its way */
        T on(Handle handle, boolean again) throws SQLException;
    }

    <T> T read(Function<Handle, T> reading) {
        try {
            return jdbi.withHandle(reading::apply);
        } catch (JdbiException failure) {
            throw failed(server, failure);
        }
    }

    /** What is done in a transaction that also reads or writes a file. */
    @FunctionalInterface
    interface Transferring<T> {
        T on(Handle handle) throws SQLException, IOException;
    }

    /**
     * One transaction, to which all tables are as they were when it began. H2 calls that SERIALIZABLE: its REPEATABLE READ
     * is that of each table alone, when it is first read. To PostgreSQL both are the same, where nothing is written.
     */
    <T> T readSnapshot(Transferring<T> reading) throws IOException {
        return transfer(TransactionIsolationLevel.SERIALIZABLE, reading);
    }

    /** One transaction that cannot be done again. */
    <T> T writeOnce(Transferring<T> writing) throws IOException {
        return transfer(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            T result = writing.on(handle);
            guard.beforeCommit(handle.getConnection());
            return result;
        });
    }

    private <T> T transfer(TransactionIsolationLevel level, Transferring<T> work) throws IOException {
        try {
            return jdbi.inTransaction(level, work::on);
        } catch (SQLException | JdbiException failure) {
            if (SqlState.of(failure).meansContradiction()) {
                throw new MetadataStoreException(
                        Kind.INVALID_REQUEST,
                        MetadataMessage.EXPORT_CONTRADICTS.with(
                                server, SqlState.of(failure).code()),
                        failure);
            }
            throw failed(server, failure);
        } catch (IOException | RuntimeException told) {
            throw told;
        } catch (Exception impossible) {
            throw new IllegalStateException("the work throws nothing else", impossible);
        }
    }

    ServerName server() {
        return server;
    }

    /** One transaction; it is done again from the start where other writers got in its way. */
    <T> T write(Writing<T> writing) {
        Exception conflict = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            boolean again = conflict != null;
            try {
                return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
                    T result = writing.on(handle, again);
                    guard.beforeCommit(handle.getConnection());
                    return result;
                });
            } catch (OvertakenException overtaken) {
                conflict = overtaken;
            } catch (SQLException | JdbiException failure) {
                if (!SqlState.of(failure).meansConflict()) {
                    throw failed(server, failure);
                }
                conflict = failure;
            }
        }
        throw new MetadataStoreException(Kind.UNAVAILABLE, MetadataMessage.STORE_BUSY.with(server, ATTEMPTS), conflict);
    }

    static MetadataStoreException failed(ServerName server, Exception failure) {
        return new MetadataStoreException(
                Kind.UNAVAILABLE,
                MetadataMessage.DATABASE_FAILED.with(
                        server, SqlState.of(failure).code()),
                failure);
    }
}
