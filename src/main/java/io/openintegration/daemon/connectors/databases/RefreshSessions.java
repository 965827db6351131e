package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.reading.Session;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.Refresh;

/** The sessions of one refresh. A server that loses too many of them, by whatever it does, is given up. */
final class RefreshSessions {

    private static final int MOST_LOST = 5;

    private final OpenSessions sessions;
    private final Refresh refresh;
    private int lost;

    RefreshSessions(OpenSessions sessions, Refresh refresh) {
        this.sessions = sessions;
        this.refresh = refresh;
    }

    /** @throws ConnectorException where that is not possible */
    Session open(DatabasePlace where) {
        return sessions.add(where.open(refresh::isCancelled));
    }

    void close(Session session) {
        sessions.close(session);
    }

    /**
     * Counts one that was lost.
     *
     * @throws ConnectorException where it was one too many
     */
    void lost(ConnectorException reason) {
        lost++;
        if (isGivenUp()) {
            throw reason;
        }
    }

    boolean isGivenUp() {
        return lost > MOST_LOST;
    }
}
