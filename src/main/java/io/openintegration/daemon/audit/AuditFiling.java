package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Files the records that a message is the text of, patiently where the audit trail is away. */
final class AuditFiling {

    /** How to wait. */
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /** The waits between attempts: a restarting database is survived without a redelivery. */
    static final List<Duration> WAITS = List.of(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(3));

    private final Consumer<List<AuditRecord>> destinations;
    private final AuditLog log;
    private final AuditConsumption consumption;
    private final Clock clock;
    private final Pause pause;

    /** @param destinations files the records, or throws; may be given the same records again */
    AuditFiling(
            Consumer<List<AuditRecord>> destinations,
            AuditLog log,
            AuditConsumption consumption,
            Clock clock,
            Pause pause) {
        this.destinations = destinations;
        this.log = log;
        this.consumption = consumption;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Files its records. Returns normally where the message is done with: what is readable was filed, the rest reported and
     * dropped.
     *
     * @throws RuntimeException what the trail threw at last; the message must be delivered again
     */
    void file(String messageId, String text) {
        List<UnreadableAuditRecordException> unreadable = new ArrayList<>();
        List<AuditRecord> records = AuditRecordJson.readAll(text, unreadable::add);
        if (!records.isEmpty()) {
            fileAtLast(records);
        }
        // in the end, since a message that is delivered again comes here again
        unreadable.forEach(part -> drop(messageId, part.reason().text()));
    }

    void drop(String messageId, String why) {
        consumption.unreadable();
        log.log("onMessage", AuditMessage.MESSAGE_DROPPED.with(messageId, why));
    }

    private void fileAtLast(List<AuditRecord> records) {
        for (Duration wait : WAITS) {
            try {
                fileOnce(records);
                return;
            } catch (RuntimeException e) {
                reportFailure(e);
                pauseFor(wait, e);
            }
        }
        fileOnce(records);
    }

    private void fileOnce(List<AuditRecord> records) {
        destinations.accept(records);
        if (consumption.filed(records.size(), records.get(0).timeStamp(), clock.instant())) {
            log.log("onMessage", AuditMessage.FILING_RESUMED.with());
        }
    }

    private void reportFailure(RuntimeException failure) {
        String failureClass = failure.getClass().getName();
        if (consumption.failed(clock.instant(), failureClass)) {
            log.log("onMessage", AuditMessage.FILING_FAILED.with(failureClass), failure);
        }
    }

    /** An interrupt means that the server stops: the message is left in the queue at once. */
    private void pauseFor(Duration wait, RuntimeException failure) {
        try {
            pause.of(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
