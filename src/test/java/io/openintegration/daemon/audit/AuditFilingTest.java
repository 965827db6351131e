package io.openintegration.daemon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.message.AuditQuery;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditTrail;
import io.openintegration.daemon.testing.AuditRecords;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditFilingTest {

    private static final String TEXT = AuditRecordJson.write(AuditRecords.numbered(1));

    /** Fails as often as it is told to. */
    private static final class Trail implements AuditTrail {
        private final List<AuditRecord> filed = new ArrayList<>();
        private int failuresLeft;

        @Override
        public void file(AuditRecord auditRecord) {
            if (failuresLeft > 0) {
                failuresLeft--;
                throw new IllegalStateException("database away");
            }
            filed.add(auditRecord);
        }

        @Override
        public List<AuditRecord> find(AuditQuery query) {
            return filed;
        }
    }

    private final Trail trail = new Trail();
    private final RecordingAuditLog log = new RecordingAuditLog();
    private final AuditConsumption consumption = new AuditConsumption();
    private final SettableClock clock = new SettableClock();
    private final List<Duration> pauses = new ArrayList<>();
    private final AuditFiling filing = new AuditFiling(trail::fileAll, log, consumption, clock, pauses::add);

    @Test
    void recordIsFiledAndCounted() {
        filing.file("ID:1", TEXT);

        assertThat(trail.filed).containsExactly(AuditRecords.numbered(1));
        assertThat(consumption.facts().filed()).isEqualTo(1);
        assertThat(consumption.facts().lastFiled()).contains(clock.instant());
        assertThat(log.ids()).isEmpty();
    }

    @Test
    void lagIsTheAgeOfTheRecordWhenItIsFiled() {
        clock.set(AuditRecords.numbered(1).timeStamp().plusSeconds(90));
        filing.file("ID:1", TEXT);
        assertThat(consumption.facts().lag()).isEqualTo(Duration.ofSeconds(90));

        clock.set(AuditRecords.numbered(1).timeStamp().minusSeconds(5));
        filing.file("ID:1", TEXT);

        assertThat(consumption.facts().lag()).as("by clocks that differ").isZero();
    }

    @Test
    void recordsOfOneMessageAreFiledInTheirOrderAndWhatIsNoneIsLeftOut() {
        filing.file(
                "ID:1", "[" + TEXT + ",{\"class\":\"Other\"}," + AuditRecordJson.write(AuditRecords.numbered(2)) + "]");

        assertThat(trail.filed).containsExactly(AuditRecords.numbered(1), AuditRecords.numbered(2));
        assertThat(consumption.facts().filed()).isEqualTo(2);
        assertThat(consumption.facts().unreadable()).isEqualTo(1);
        assertThat(log.ids()).containsExactly("AUDIT-LOG-0006");
    }

    @Test
    void whatIsNoneIsReportedOnceThoughTheMessageIsDeliveredAgain() {
        String text = "[" + TEXT + ",{}]";
        trail.failuresLeft = 4;
        assertThatThrownBy(() -> filing.file("ID:1", text)).isInstanceOf(IllegalStateException.class);

        filing.file("ID:1", text);

        assertThat(log.ids()).containsOnlyOnce("AUDIT-LOG-0006");
    }

    @Test
    void shortTroubleIsWaitedFor() {
        trail.failuresLeft = 3;
        filing.file("ID:1", TEXT);

        assertThat(trail.filed).hasSize(1);
        assertThat(pauses).isEqualTo(AuditFiling.WAITS);
        assertThat(log.ids()).containsExactly("AUDIT-LOG-0004", "AUDIT-LOG-0005");
        assertThat(consumption.facts().failingSince()).isEmpty();
    }

    @Test
    void longTroubleLeavesTheMessageInTheQueueAndIsReportedOnce() {
        trail.failuresLeft = 100;
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> filing.file("ID:1", TEXT)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(log.ids()).containsExactly("AUDIT-LOG-0004");
        assertThat(consumption.facts().failingSince()).contains(clock.instant());
        assertThat(consumption.facts().lastFailure()).contains("java.lang.IllegalStateException");
        assertThat(consumption.facts().filed()).isZero();
    }

    @Test
    void unreadableMessageIsReportedOnceAndDropped() {
        filing.file("ID:1", "{\"class\":\"Other\"}");

        assertThat(log.ids()).containsExactly("AUDIT-LOG-0006");
        assertThat(log.entries().get(0).message().text()).contains("ID:1");
        assertThat(consumption.facts().unreadable()).isEqualTo(1);
        assertThat(trail.filed).isEmpty();
    }

    @Test
    void interruptLeavesTheMessageInTheQueueAtOnce() {
        trail.failuresLeft = 1;
        AuditFiling stopped = new AuditFiling(trail::fileAll, log, consumption, clock, duration -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(() -> stopped.file("ID:1", TEXT)).isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
