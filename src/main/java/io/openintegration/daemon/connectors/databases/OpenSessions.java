package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.reading.Session;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.spi.ConnectorName;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions of one connector that are open, so that they can be torn down by whoever does not read from them. */
final class OpenSessions {

    private final Set<Session> open = ConcurrentHashMap.newKeySet();
    private final ConnectorName connector;
    private final AuditLog auditLog;

    OpenSessions(ConnectorName connector, AuditLog auditLog) {
        this.connector = connector;
        this.auditLog = auditLog;
    }

    Session add(Session session) {
        open.add(session);
        return session;
    }

    /** Ends a session in good order; that its connection is broken by now is no news. */
    void close(Session session) {
        if (open.remove(session)) {
            try {
                session.close();
            } catch (SQLException broken) {
                // nothing is left to be done for it, and who read from it has been told
                return;
            }
        }
    }

    /** Ends whatever goes on in them; safe from any thread. */
    void tearDown() {
        each(Session::abandon);
    }

    /** Ends the queries whose time is over; safe from any thread. */
    void giveUpOverdue() {
        each(Session::giveUpWhereOverdue);
    }

    private interface Ending {
        void of(Session session) throws SQLException;
    }

    private void each(Ending ending) {
        for (Session session : open) {
            try {
                ending.of(session);
            } catch (SQLException failure) {
                auditLog.log(
                        "disconnect",
                        DatabaseMessage.NOT_TORN_DOWN.with(
                                connector, SqlFailure.of(failure).detail()));
            }
        }
    }

    boolean isEmpty() {
        return open.isEmpty();
    }
}
