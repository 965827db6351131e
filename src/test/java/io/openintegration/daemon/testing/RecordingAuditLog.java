package io.openintegration.daemon.testing;

import io.openintegration.daemon.message.AuditComponent;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An audit log that keeps what it is told, also by the components split off it. Safe from any thread. */
public final class RecordingAuditLog implements AuditLog {

    /** What was logged. */
    public record Entry(AuditComponent component, String action, Message message, Optional<Throwable> cause) {

        public String id() {
            return message.id();
        }
    }

    private final AuditComponent component;
    private final Queue<Entry> entries;

    public RecordingAuditLog() {
        this(new AuditComponent(0, "test", "The component under test."), new ConcurrentLinkedQueue<>());
    }

    private RecordingAuditLog(AuditComponent component, Queue<Entry> entries) {
        this.component = component;
        this.entries = entries;
    }

    @Override
    public void log(String action, Message message) {
        entries.add(new Entry(component, action, message, Optional.empty()));
    }

    @Override
    public void log(String action, Message message, Throwable cause) {
        entries.add(new Entry(component, action, message, Optional.of(cause)));
    }

    @Override
    public AuditLog as(AuditComponent other) {
        return new RecordingAuditLog(other, entries);
    }

    /** Everything so far, in order. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The message ids so far, in order. */
    public List<String> ids() {
        return entries.stream().map(Entry::id).toList();
    }

    /** The entries with that message id, in order. */
    public List<Entry> entries(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).toList();
    }

    /** Forgets everything so far. */
    public void clear() {
        entries.clear();
    }
}
