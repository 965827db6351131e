package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.reading.CatalogueReader;
import io.openintegration.daemon.connectors.databases.reading.Session;
import io.openintegration.daemon.connectors.databases.reading.TooMuchException;
import io.openintegration.daemon.spi.ConnectorException;
import java.sql.SQLException;

/** Reads one database. A session that is lost on the way is replaced: so whether the database is away shows by the next login. */
final class DatabaseReading implements AutoCloseable {

    private final DatabasePlace place;
    private final RefreshSessions sessions;
    private Session session;
    private CatalogueReader reader;

    /** @throws ConnectorException where it cannot be logged in to */
    DatabaseReading(DatabasePlace place, RefreshSessions sessions) {
        this.place = place;
        this.sessions = sessions;
        open();
    }

    private void open() {
        session = sessions.open(place);
        reader = place.reader(session);
    }

    CatalogueReader reader() {
        return reader;
    }

    /**
     * Makes sure that something else can be read after a query that failed.
     *
     * @throws ConnectorException where it cannot: the database is away, or so many sessions were lost that it might as well be
     */
    void goOnAfter(SQLException failure) {
        if (!reader.isAlive()) {
            sessions.close(session);
            if (!(failure instanceof TooMuchException)) {
                // those are cut off here
                sessions.lost(place.failed(failure));
            }
            open();
        }
    }

    @Override
    public void close() {
        sessions.close(session);
    }
}
