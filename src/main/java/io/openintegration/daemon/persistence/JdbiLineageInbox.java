package io.openintegration.daemon.persistence;

import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.LineageNote;
import io.openintegration.daemon.spi.ReceivedEvent;
import java.io.ByteArrayOutputStream;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The inbox of one connector. */
final class JdbiLineageInbox implements LineageInbox {

    /** H2 takes no more than 1 MiB in one value. */
    private static final int PART_SIZE = 512 * 1024;

    /** Of events that are handed out together, as they are stored: several times as much when they are unpacked. */
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private static final String OWN = "daemon = :daemon AND connector = :connector";
    private static final String PARTS = "SELECT note_hash, part, kind, namespace, name, content"
            + " FROM \"daemon\".lineage_note WHERE note_hash = ANY(:hashes) ORDER BY note_hash, part";

    private static final String INSERT =
            """
            INSERT INTO "daemon".lineage_note (
                note_hash, part, namespace_hash, daemon, connector, kind, namespace, name, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final DaemonDatabase database;
    private final InboxName name;
    private final InboxFill fill;

    JdbiLineageInbox(DaemonDatabase database, InboxName name, InboxFill fill) {
        this.database = database;
        this.name = name;
        this.fill = fill;
    }

    /** Looks at the sizes first, so that no more is brought into memory than is bearable. */
    @Override
    public List<ReceivedEvent> waiting(int most) {
        List<ReceivedEvent> waiting;
        List<Size> few;
        do {
            few = bearable(sizes(most));
            waiting = few.isEmpty()
                    ? List.of()
                    : read(few.get(0).number(), few.get(few.size() - 1).number(), few.size());
            // where another life has taken just these out meanwhile, others may wait
        } while (waiting.isEmpty() && !few.isEmpty());
        return waiting;
    }

    private List<Size> sizes(int most) {
        return database.read("readEvents", handle -> own(handle.createQuery(
                        "SELECT number, OCTET_LENGTH(content) FROM \"daemon\".lineage_event WHERE " + OWN
                                + " ORDER BY number FETCH FIRST :most ROWS ONLY"))
                .bind("most", most)
                .map((row, context) -> new Size(row.getLong(1), row.getLong(2)))
                .list());
    }

    /** The first ones, as many as are not too large together; one at least. */
    private static List<Size> bearable(List<Size> sizes) {
        int few = 0;
        long bytes = 0;
        while (few < sizes.size() && (few == 0 || bytes + sizes.get(few).bytes() <= MOST_BYTES)) {
            bytes += sizes.get(few).bytes();
            few++;
        }
        return sizes.subList(0, few);
    }

    /** Between two numbers, between which others may stand by now: that many of them. */
    private List<ReceivedEvent> read(long first, long last, int few) {
        return database.read("readEvents", handle -> own(handle.createQuery(
                        "SELECT number, content FROM \"daemon\".lineage_event WHERE number BETWEEN :first AND :last AND "
                                + OWN + " ORDER BY number FETCH FIRST :few ROWS ONLY"))
                .bind("first", first)
                .bind("last", last)
                .bind("few", few)
                .map((row, context) -> new ReceivedEvent(row.getLong(1), Packed.unpack(row.getBytes(2))))
                .list());
    }

    @Override
    public void settle(Collection<Long> done, Collection<LineageNote> notes) {
        Map<LineageNote.Key, LineageNote> last = new LinkedHashMap<>();
        notes.forEach(note -> last.put(note.key(), note));
        InboxFill.Sum taken = database.inTransaction("settleEvents", handle -> {
            // first: of two lives that took in the same event, the later one waits here for the other, and finds out
            InboxFill.Sum out = takeOut(handle, new TreeSet<>(done));
            delete(handle, last.keySet());
            insert(handle, last.values());
            return out;
        });
        fill.removed(taken);
    }

    private InboxFill.Sum takeOut(Handle handle, Set<Long> numbers) {
        long bytes = Slices.of(numbers)
                .mapToLong(slice -> handle.createQuery("SELECT COALESCE(SUM(OCTET_LENGTH(content)), 0)"
                                + " FROM \"daemon\".lineage_event WHERE number IN (<numbers>)")
                        .bindList("numbers", slice)
                        .mapTo(Long.class)
                        .one())
                .sum();
        int taken = Slices.of(numbers)
                .mapToInt(slice -> handle.createUpdate(
                                "DELETE FROM \"daemon\".lineage_event WHERE number IN (<numbers>) AND " + OWN)
                        .bindList("numbers", slice)
                        .bind("daemon", name.storedDaemon())
                        .bind("connector", name.storedConnector())
                        .execute())
                .sum();
        if (taken < numbers.size()) {
            throw DatabaseException.settledBefore(name);
        }
        return new InboxFill.Sum(taken, bytes);
    }

    @Override
    public Map<LineageNote.Key, LineageNote> notes(Collection<LineageNote.Key> keys) {
        Map<LineageNote.Key, LineageNote> found = new HashMap<>();
        Slices.of(keys).forEach(slice -> database.read("readNotes", handle -> read(handle, hashes(slice)))
                .forEach(note -> found.put(note.key(), note)));
        return found;
    }

    @Override
    public List<String> namespaces(String kind) {
        return database.read("readNamespaces", handle -> own(handle.createQuery(
                        "SELECT DISTINCT namespace FROM \"daemon\".lineage_note WHERE part = 0 AND kind = :kind AND "
                                + OWN))
                .bind("kind", StorableText.escaped(kind))
                .mapTo(String.class)
                .map(StorableText::unescaped)
                .list());
    }

    @Override
    public List<LineageNote> notes(String kind, String namespace, Optional<LineageNote.Key> after, int most) {
        return database.read("readNotes", handle -> {
            Query page = handle.createQuery("SELECT note_hash FROM \"daemon\".lineage_note"
                            + " WHERE namespace_hash = :namespace AND part = 0"
                            + (after.isPresent() ? " AND note_hash > :after" : "")
                            + " ORDER BY note_hash FETCH FIRST :most ROWS ONLY")
                    .bind("namespace", name.hashOfNamespace(kind, namespace))
                    .bind("most", most);
            after.ifPresent(key -> page.bind("after", name.hashOf(key)));
            return read(handle, page.mapTo(UUID.class).list().toArray(UUID[]::new));
        });
    }

    @Override
    public void forget(Collection<LineageNote.Key> keys) {
        database.inTransaction("forgetNotes", handle -> {
            delete(handle, keys);
            return true;
        });
    }

    private Query own(Query query) {
        return query.bind("daemon", name.storedDaemon()).bind("connector", name.storedConnector());
    }

    private UUID[] hashes(Collection<LineageNote.Key> keys) {
        return keys.stream().map(name::hashOf).toArray(UUID[]::new);
    }

    private void delete(Handle handle, Collection<LineageNote.Key> keys) {
        Slices.of(keys).forEach(slice -> handle.createUpdate(
                        "DELETE FROM \"daemon\".lineage_note WHERE note_hash = ANY(:hashes)")
                .bind("hashes", UuidArray.of(hashes(slice)))
                .execute());
    }

    private void insert(Handle handle, Collection<LineageNote> notes) throws SQLException {
        try (PreparedStatement insert = handle.getConnection().prepareStatement(INSERT)) {
            RowBatch batch = new RowBatch(insert);
            for (LineageNote note : notes) {
                byte[] content = Packed.pack(note.text());
                LineageNote.Key key = note.key();
                for (int start = 0; start < content.length; start += PART_SIZE) {
                    insert.setObject(1, name.hashOf(key));
                    insert.setInt(2, start / PART_SIZE);
                    insert.setObject(3, name.hashOfNamespace(key.kind(), key.namespace()));
                    insert.setString(4, name.storedDaemon());
                    insert.setString(5, name.storedConnector());
                    insert.setString(6, StorableText.escaped(key.kind()));
                    insert.setString(7, StorableText.escaped(key.namespace()));
                    insert.setString(8, StorableText.escaped(key.name()));
                    insert.setBytes(9, Arrays.copyOfRange(content, start, Math.min(content.length, start + PART_SIZE)));
                    batch.add();
                }
            }
            batch.finish();
        }
    }

    private static List<LineageNote> read(Handle handle, UUID[] hashes) {
        if (hashes.length == 0) {
            return List.of();
        }
        Map<LineageNote.Key, ByteArrayOutputStream> contents = new LinkedHashMap<>();
        handle.createQuery(PARTS)
                .bind("hashes", UuidArray.of(hashes))
                .map((row, context) -> {
                    LineageNote.Key key = new LineageNote.Key(
                            StorableText.unescaped(row.getString("kind")),
                            StorableText.unescaped(row.getString("namespace")),
                            StorableText.unescaped(row.getString("name")));
                    contents.computeIfAbsent(key, none -> new ByteArrayOutputStream())
                            .writeBytes(row.getBytes("content"));
                    return key;
                })
                .list();
        return contents.entrySet().stream()
                .map(note -> new LineageNote(
                        note.getKey(), Packed.unpack(note.getValue().toByteArray())))
                .toList();
    }

    private record Size(long number, long bytes) {}
}
