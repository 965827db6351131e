package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.InboxFullException;
import io.openintegration.daemon.runtime.LineageInboxes;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.LineageInbox;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The events of lineage producers, in the daemon's database. Those that come at the same time are committed together. Its methods
 * throw {@link DatabaseException}: {@code DAEMON-DATABASE-500-001} where the database fails, or, filing events, is away for seconds.
 */
public final class JdbiLineageInboxes implements LineageInboxes {

    private static final int MOST_AT_ONCE = 1_000;

    /** Another node may have stored one of the events at the same time. */
    private static final int ATTEMPTS = 3;

    private static final String INSERT =
            "INSERT INTO \"daemon\".lineage_event (digest, daemon, connector, content) VALUES (?, ?, ?, ?)";

    private final DaemonDatabase all;
    private final DaemonDatabase guarded;
    private final InboxLimits limits;
    private final GroupCommit<EventRow> commits;
    private final InboxFill fill;

    /**
     * @param all for those who send events
     * @param guarded the same database for the connectors, as long as this node runs them
     */
    public JdbiLineageInboxes(DaemonDatabase all, DaemonDatabase guarded, InboxLimits limits) {
        this.all = all.patient();
        this.guarded = guarded;
        this.limits = limits;
        this.commits = new GroupCommit<>(MOST_AT_ONCE, this::insert, JdbiLineageInboxes::isOfEvents);
        this.fill = new InboxFill();
    }

    @Override
    public void file(ServerName daemon, Collection<ConnectorName> connectors, List<String> events) {
        List<EventRow> rows = new ArrayList<>();
        for (String event : events) {
            byte[] content = Packed.pack(event);
            for (ConnectorName connector : connectors) {
                InboxName inbox = new InboxName(daemon, connector);
                rows.add(new EventRow(inbox.hashOf(event), inbox, content));
            }
        }
        if (!rows.isEmpty()) {
            commits.store(rows);
        }
    }

    @Override
    public LineageInbox of(ServerName daemon, ConnectorName connector) {
        return new JdbiLineageInbox(guarded, new InboxName(daemon, connector), fill);
    }

    @Override
    public void retain(ServerName daemon, Set<ConnectorName> connectors) {
        Set<ConnectorName> known = guarded.call("findInboxes", handle -> {
            Set<ConnectorName> names = new HashSet<>();
            for (String table : List.of("lineage_event", "lineage_note")) {
                handle.select(
                                "SELECT DISTINCT connector FROM \"daemon\"." + table + " WHERE daemon = ?",
                                StorableText.escaped(daemon.value()))
                        .mapTo(String.class)
                        .forEach(name -> names.add(new ConnectorName(StorableText.unescaped(name))));
            }
            return names;
        });
        known.stream().filter(name -> !connectors.contains(name)).forEach(name -> forget(daemon, name));
    }

    @Override
    public void forget(ServerName daemon, ConnectorName connector) {
        InboxName inbox = new InboxName(daemon, connector);
        guarded.inTransaction("forgetInbox", handle -> {
            for (String table : List.of("lineage_event", "lineage_note")) {
                handle.execute(
                        "DELETE FROM \"daemon\"." + table + " WHERE daemon = ? AND connector = ?",
                        inbox.storedDaemon(),
                        inbox.storedConnector());
            }
            return true;
        });
        fill.changed();
    }

    /** Whether others could be stored: of many one has no room, or is one that the database does not take. */
    private static boolean isOfEvents(RuntimeException failure) {
        return failure instanceof InboxFullException
                || (failure instanceof DatabaseException failed && failed.isOfRows());
    }

    /** By one thread at a time. What waits was counted a moment ago where this comes again. */
    private void insert(List<EventRow> rows, boolean again) {
        Map<UUID, EventRow> once = new HashMap<>();
        List<EventRow> inOrder = rows.stream()
                .filter(row -> once.putIfAbsent(row.digest(), row) == null)
                .toList();
        for (int attempt = 1; ; attempt++) {
            try {
                Optional<InboxFill.Sum> added =
                        all.inTransaction("fileEvents", handle -> insertNew(handle, inOrder, again));
                added.ifPresent(fill::added);
                return;
            } catch (DatabaseException failed) {
                if (attempt == ATTEMPTS || !failed.isOfRowThatIsThere()) {
                    throw failed;
                }
            }
        }
    }

    private Optional<InboxFill.Sum> insertNew(Handle handle, List<EventRow> rows, boolean again) throws SQLException {
        Set<UUID> there = present(handle, rows);
        List<EventRow> fresh =
                rows.stream().filter(row -> !there.contains(row.digest())).toList();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        InboxFill.Sum added = new InboxFill.Sum(
                fresh.size(),
                fresh.stream().mapToLong(row -> row.content().length).sum());
        if (!limits.haveRoom(fill.sum(handle), added)) {
            InboxFill.Sum held = again ? fill.sum(handle) : fill.counted(handle);
            if (!limits.haveRoom(held, added)) {
                throw InboxFullException.holding(held.events(), held.bytes());
            }
        }
        try (PreparedStatement insert = handle.getConnection().prepareStatement(INSERT)) {
            RowBatch batch = new RowBatch(insert);
            for (EventRow row : fresh) {
                insert.setObject(1, row.digest());
                insert.setString(2, row.inbox().storedDaemon());
                insert.setString(3, row.inbox().storedConnector());
                insert.setBytes(4, row.content());
                batch.add();
            }
            batch.finish();
        }
        return Optional.of(added);
    }

    private static Set<UUID> present(Handle handle, List<EventRow> rows) {
        UUID[] digests = rows.stream().map(EventRow::digest).toArray(UUID[]::new);
        return handle
                .createQuery("SELECT digest FROM \"daemon\".lineage_event WHERE digest = ANY(:digests)")
                .bind("digests", UuidArray.of(digests))
                .map((row, context) -> row.getObject(1, UUID.class))
                .stream()
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared: the digest stands for it
    private record EventRow(UUID digest, InboxName inbox, byte[] content) {}
}
