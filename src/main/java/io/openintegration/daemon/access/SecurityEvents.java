package io.openintegration.daemon.access;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reports what strangers can cause, without letting them flood the audit log: an event of one subject is a record when
 * it first happens; what follows within a minute is counted, and the count is one more record. Safe from any thread.
 */
public final class SecurityEvents {

    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int MOST_SUBJECTS = 500;

    private static final String ANYBODY_ELSE = "others";

    private final AuditLog log;
    private final Clock clock;
    private final Map<Key, Repeats> recent = new LinkedHashMap<>(); // the oldest first

    private record Key(String messageId, String subject) {}

    private record Repeats(Instant since, long more) {}

    public SecurityEvents(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Reports an event, or counts it.
     *
     * @param action what the code was doing
     * @param subject who is behind it, an address for instance; the same event of another subject is a record of its own,
     *     for the first {@value #MOST_SUBJECTS} within a minute
     */
    public synchronized void report(String action, Message event, String subject) {
        flush();
        Key key = new Key(event.id(), subject);
        if (!recent.containsKey(key) && recent.size() >= MOST_SUBJECTS) {
            key = new Key(event.id(), ANYBODY_ELSE);
        }
        Repeats before = recent.get(key);
        if (before == null) {
            recent.put(key, new Repeats(clock.instant(), 0));
            log.log(action, event);
        } else {
            recent.put(key, new Repeats(before.since(), before.more() + 1));
        }
    }

    /** Reports the counts of minutes that are over. To be called now and then: the last of many events has no successor. */
    public synchronized void flush() {
        Instant over = clock.instant().minus(WINDOW);
        Iterator<Map.Entry<Key, Repeats>> oldest = recent.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Key, Repeats> entry = oldest.next();
            if (entry.getValue().since().isAfter(over)) {
                return;
            }
            oldest.remove();
            reportCount(entry.getKey(), entry.getValue().more());
        }
    }

    private void reportCount(Key key, long more) {
        if (more > 0) {
            log.log("countEvents", AccessMessage.EVENT_REPEATED.with(key.messageId(), key.subject(), more));
        }
    }
}
