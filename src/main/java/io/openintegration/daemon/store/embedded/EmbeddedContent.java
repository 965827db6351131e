package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.ContentCounts;
import io.openintegration.daemon.metadata.PortableContent;
import io.openintegration.daemon.metadata.Refusals;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** All that a metadata server on a database holds. */
final class EmbeddedContent implements PortableContent {

    private final ServerDatabase database;
    private final DatabaseTables tables;
    private final Clock clock;
    private final EventFeed feed;

    EmbeddedContent(ServerDatabase database, DatabaseTables tables, Clock clock, EventFeed feed) {
        this.database = database;
        this.tables = tables;
        this.clock = clock;
        this.feed = feed;
    }

    @Override
    public ContentCounts exportTo(OutputStream out) throws IOException {
        return database.readSnapshot(handle -> new ContentExport(handle.getConnection(), tables.schema(), out)
                .write(database.server(), clock.instant()));
    }

    @Override
    public ContentCounts importFrom(InputStream in) throws IOException {
        ContentCounts imported = database.writeOnce(handle -> {
            mustHold(handle, 0);
            ContentCounts counts = takeOver(handle, in);
            mustHold(handle, counts.elements());
            return counts;
        });
        feed.skip();
        return imported;
    }

    private ContentCounts takeOver(Handle handle, InputStream in) throws SQLException, IOException {
        try {
            return new ContentImport(handle, tables, in).read();
        } catch (OvertakenException missing) {
            throw Refusals.exportNotWhole("an anchor, or what it is the anchor of, is missing");
        }
    }

    /** Asked at the end again: what others wrote meanwhile would be mixed with what was imported. */
    private void mustHold(Handle handle, long elements) {
        long found = handle.createQuery(
                        "SELECT COUNT(*) FROM " + tables.schema().table("element"))
                .mapTo(Long.class)
                .one();
        if (found != elements) {
            throw Refusals.notEmpty(database.server());
        }
    }
}
