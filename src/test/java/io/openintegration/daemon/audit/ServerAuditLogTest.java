package io.openintegration.daemon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.AuditComponent;
import io.openintegration.daemon.message.AuditOriginator;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ServerAuditLogTest {

    private static final AuditComponent PLATFORM = new AuditComponent(1, "Platform", "Hosts the servers.");
    private static final AuditComponent CONNECTOR = new AuditComponent(2, "Connector", "Reads files.");
    private static final Message MESSAGE = AuditMessage.DESTINATION_AWAY.with("console", "java.io.IOException");

    /** Takes records while it is open. */
    private static final class Sink implements AuditSink {
        private final List<AuditRecord> taken = new ArrayList<>();
        private Runnable whenRoom = () -> {};
        private boolean open = true;

        @Override
        public String name() {
            return "audit queue";
        }

        @Override
        public synchronized boolean accept(AuditRecord auditRecord, Runnable toldWhenRoom) {
            if (open) {
                taken.add(auditRecord);
            } else {
                whenRoom = toldWhenRoom;
            }
            return open;
        }

        List<Long> sequences() {
            return taken.stream().map(AuditRecord::sequence).toList();
        }
    }

    private final SettableClock clock = new SettableClock(Instant.parse("2025-11-22T18:46:12.123456Z"));
    private final Sink sink = new Sink();
    private final Sink other = new Sink();
    private final ServerAuditLog log = new ServerAuditLog(
            new AuditOriginator("integration-daemon", "Integration Daemon", "Coco"),
            PLATFORM,
            clock,
            List.of(sink, other));

    @Test
    void recordSaysWhoWhatAndWhen() {
        log.as(CONNECTOR).log("refresh", MESSAGE, new IllegalStateException("broken"));

        AuditRecord only = sink.taken.get(0);
        assertThat(only.originator().serverName()).isEqualTo("integration-daemon");
        assertThat(only.component()).isEqualTo(CONNECTOR);
        assertThat(only.action()).isEqualTo("refresh");
        assertThat(only.severity()).isEqualTo(Severity.ERROR);
        assertThat(only.messageId()).isEqualTo(MESSAGE.id());
        assertThat(only.messageText()).isEqualTo(MESSAGE.text());
        assertThat(only.timeStamp()).isEqualTo(Instant.parse("2025-11-22T18:46:12.123Z"));
        assertThat(only.incarnation()).isEqualTo(only.timeStamp().toEpochMilli());
        assertThat(only.threadName()).isEqualTo(Thread.currentThread().getName());
        assertThat(only.exception()).hasValueSatisfying(exception -> assertThat(exception.stackTrace())
                .startsWith("java.lang.IllegalStateException: broken\n\tat "));
        assertThat(other.taken).containsExactly(only);
    }

    @Test
    void sequenceIsSharedByComponentsAndHasNoGaps() {
        IntStream.range(0, 1_000).parallel().forEach(i -> (i % 2 == 0 ? log : log.as(CONNECTOR)).log("test", MESSAGE));

        assertThat(sink.sequences())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_000).boxed().toList());
        assertThat(sink.taken).extracting(AuditRecord::guid).doesNotHaveDuplicates();
    }

    @Test
    void lostRecordsAreReportedWhenTheSinkTakesRecordsAgain() {
        log.log("test", MESSAGE);
        sink.open = false;
        IntStream.range(0, 3).forEach(i -> log.log("test", MESSAGE));
        sink.open = true;
        sink.whenRoom.run();

        assertThat(sink.sequences()).containsExactly(1L, 5L);
        AuditRecord report = sink.taken.get(1);
        assertThat(report.messageId()).isEqualTo("AUDIT-LOG-0001");
        assertThat(report.messageParameters()).containsExactly("3", "2", "4", "audit queue");
        assertThat(other.sequences()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void lossIsReportedOnce() {
        sink.open = false;
        log.log("test", MESSAGE);
        sink.open = true;
        sink.whenRoom.run();
        sink.whenRoom.run();

        assertThat(sink.sequences()).containsExactly(2L);
    }
}
