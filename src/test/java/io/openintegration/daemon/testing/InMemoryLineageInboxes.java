package io.openintegration.daemon.testing;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.persistence.PersistenceMessage;
import io.openintegration.daemon.runtime.InboxFullException;
import io.openintegration.daemon.runtime.LineageInboxes;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.LineageNote;
import io.openintegration.daemon.spi.ReceivedEvent;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Inboxes that last as long as this object. */
public final class InMemoryLineageInboxes implements LineageInboxes {

    private static final Comparator<LineageNote.Key> ORDER = Comparator.comparing(LineageNote.Key::kind)
            .thenComparing(LineageNote.Key::namespace)
            .thenComparing(LineageNote.Key::name);

    private final Map<String, Inbox> inboxes = new HashMap<>();
    private long numbers;
    private int most = Integer.MAX_VALUE;

    /** No more than so many events may wait from now on. */
    public synchronized void limit(int events) {
        most = events;
    }

    @Override
    public synchronized void file(ServerName daemon, Collection<ConnectorName> connectors, List<String> events) {
        long held = inboxes.values().stream().mapToLong(Inbox::size).sum();
        if (held + (long) events.size() * connectors.size() > most) {
            throw InboxFullException.holding(held, 0);
        }
        for (String event : events) {
            connectors.forEach(connector -> inbox(daemon, connector).add(++numbers, event));
        }
    }

    @Override
    public LineageInbox of(ServerName daemon, ConnectorName connector) {
        return inbox(daemon, connector);
    }

    @Override
    public synchronized void retain(ServerName daemon, Set<ConnectorName> connectors) {
        Set<String> kept =
                Set.copyOf(connectors.stream().map(name -> key(daemon, name)).toList());
        inboxes.keySet().removeIf(key -> key.startsWith(daemon + "/") && !kept.contains(key));
    }

    @Override
    public synchronized void forget(ServerName daemon, ConnectorName connector) {
        inboxes.remove(key(daemon, connector));
    }

    private synchronized Inbox inbox(ServerName daemon, ConnectorName connector) {
        return inboxes.computeIfAbsent(key(daemon, connector), none -> new Inbox());
    }

    private static String key(ServerName daemon, ConnectorName connector) {
        return daemon + "/" + connector;
    }

    private static final class SettledBeforeException extends DaemonException {

        private static final long serialVersionUID = 1L;

        private SettledBeforeException() {
            super(PersistenceMessage.EVENTS_SETTLED_BEFORE.with("connector", "daemon"));
        }
    }

    private static final class Inbox implements LineageInbox {

        private final TreeMap<Long, String> events = new TreeMap<>();
        private final TreeMap<LineageNote.Key, LineageNote> notes = new TreeMap<>(ORDER);

        private synchronized int size() {
            return events.size();
        }

        private synchronized void add(long number, String event) {
            if (!events.containsValue(event)) {
                events.put(number, event);
            }
        }

        @Override
        public synchronized List<ReceivedEvent> waiting(int most) {
            return events.entrySet().stream()
                    .limit(most)
                    .map(event -> new ReceivedEvent(event.getKey(), event.getValue()))
                    .toList();
        }

        @Override
        public synchronized void settle(Collection<Long> done, Collection<LineageNote> settled) {
            if (!events.keySet().containsAll(done)) {
                throw new SettledBeforeException();
            }
            done.forEach(events::remove);
            settled.forEach(note -> notes.put(note.key(), note));
        }

        @Override
        public synchronized Map<LineageNote.Key, LineageNote> notes(Collection<LineageNote.Key> keys) {
            Map<LineageNote.Key, LineageNote> found = new HashMap<>(notes);
            found.keySet().retainAll(Set.copyOf(keys));
            return found;
        }

        @Override
        public synchronized List<String> namespaces(String kind) {
            return notes.keySet().stream()
                    .filter(key -> key.kind().equals(kind))
                    .map(LineageNote.Key::namespace)
                    .distinct()
                    .toList();
        }

        @Override
        public synchronized List<LineageNote> notes(
                String kind, String namespace, Optional<LineageNote.Key> after, int most) {
            return notes.values().stream()
                    .filter(note -> note.key().kind().equals(kind)
                            && note.key().namespace().equals(namespace))
                    .filter(note -> after.isEmpty() || ORDER.compare(note.key(), after.get()) > 0)
                    .limit(most)
                    .toList();
        }

        @Override
        public synchronized void forget(Collection<LineageNote.Key> keys) {
            keys.forEach(notes::remove);
        }
    }
}
