package io.openintegration.daemon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.AuditRetention;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AuditPurgeTest {

    private final Trail trail = new Trail();
    private final RecordingAuditLog log = new RecordingAuditLog();
    private final SettableClock clock = new SettableClock(Instant.parse("2025-11-22T18:00:00Z"));
    private final AuditPurge purge = new AuditPurge(trail, AuditPurgeTest::retention, log, clock);

    private static Optional<Duration> retention(String server) {
        return switch (server) {
            case "b" -> Optional.of(Duration.ofDays(90));
            case "unreadable" -> Optional.empty();
            default -> Optional.of(Duration.ofDays(30));
        };
    }

    /** Old records, by server. */
    private static final class Trail implements AuditRetention {
        private final Map<String, Integer> old = new TreeMap<>();
        private final List<String> calls = new ArrayList<>();
        private Runnable onRemove = () -> {};

        @Override
        public List<String> servers() {
            return List.copyOf(old.keySet());
        }

        @Override
        public int remove(String server, Instant before, int most) {
            calls.add(server + " " + before);
            onRemove.run();
            int removed = Math.min(most, old.get(server));
            old.merge(server, -removed, Integer::sum);
            return removed;
        }
    }

    @Test
    void recordsOfEachServerAreRemovedByItsOwnRetentionInBatches() {
        trail.old.put("a", 2 * AuditPurge.BATCH + 1);
        trail.old.put("b", 0);

        purge.run();

        assertThat(trail.calls)
                .containsExactly(
                        "a 2025-10-23T18:00:00Z",
                        "b 2025-08-24T18:00:00Z",
                        "a 2025-10-23T18:00:00Z",
                        "a 2025-10-23T18:00:00Z");
        assertThat(log.ids()).containsExactly("AUDIT-LOG-0010");
        assertThat(log.entries().get(0).message().parameters()).containsExactly("2001", "a", "2025-10-23T18:00:00Z");
    }

    @Test
    void nothingIsRemovedOfAServerWhoseRetentionIsNotKnown() {
        trail.old.put("unreadable", 5);
        trail.old.put("z", 5);

        purge.run();

        assertThat(trail.old).containsEntry("unreadable", 5).containsEntry("z", 0);
    }

    @Test
    void oneRunTakesNoMoreThanItsShareAndNoServerAllOfIt() {
        trail.old.put("a", AuditPurge.BATCH * AuditPurge.MOST_BATCHES + 5);
        trail.old.put("b", 5);

        purge.run();
        assertThat(trail.old).containsEntry("a", AuditPurge.BATCH + 5).containsEntry("b", 0);

        purge.run();
        assertThat(trail.old).containsEntry("a", 0).containsEntry("b", 0);
    }

    @Test
    void failureIsReportedOnceUntilItWorks() {
        trail.old.put("a", 1);
        trail.onRemove = () -> {
            throw new IllegalStateException("away");
        };
        purge.run();
        purge.run();
        assertThat(log.ids()).containsExactly("AUDIT-LOG-0011");

        trail.onRemove = () -> {};
        purge.run();
        assertThat(log.ids()).containsExactly("AUDIT-LOG-0011", "AUDIT-LOG-0010");
    }

    @Test
    void stopEndsARunAfterItsBatch() {
        trail.old.put("a", 10 * AuditPurge.BATCH);
        trail.onRemove = purge::stop;

        purge.run();

        assertThat(trail.calls).hasSize(1);
    }
}
