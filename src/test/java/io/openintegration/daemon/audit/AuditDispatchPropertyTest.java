package io.openintegration.daemon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.testing.AuditRecords;
import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Each destination gets the records of its own severities, all of them, in their order, whatever the others are set to. */
class AuditDispatchPropertyTest {

    private final RecordingTrail trail = new RecordingTrail();
    private final RecordingDestination files = new RecordingDestination("files");
    private final RecordingDestination topic = new RecordingDestination("topic");
    private final List<AuditRecord> printed = new ArrayList<>();

    @Property(tries = 200)
    void everyDestinationGetsExactlyItsSeverities(
            @ForAll @Size(max = 16) Set<Severity> ofConsole,
            @ForAll @Size(max = 16) Set<Severity> ofTrail,
            @ForAll @Size(max = 16) Set<Severity> ofFiles,
            @ForAll @Size(max = 16) Set<Severity> ofTopic,
            @ForAll @Size(max = 50) List<Severity> logged,
            @ForAll @IntRange(min = 1, max = 50) int together) {
        List.of(trail.filed, files.written, topic.written, printed).forEach(List::clear);
        ServerPlan plan = new ServerPlan(
                ofConsole,
                ofTrail,
                Optional.empty(),
                List.of(
                        new DestinationPlan("files", "f", ofFiles, () -> files),
                        new DestinationPlan("topic", "t", ofTopic, () -> topic)));
        List<AuditRecord> records = new ArrayList<>();
        for (Severity severity : logged) {
            records.add(AuditRecords.of(records.size() + 1, severity, "TEST-0001", "text", Optional.empty()));
        }

        try (AuditRoutes routes = routes(plan)) {
            SeverityGate console = new SeverityGate(
                    console(), () -> routes.plan("integration-daemon").console());
            AuditDispatch dispatch = new AuditDispatch(trail, routes);
            records.forEach(auditRecord ->
                    assertThat(console.accept(auditRecord, () -> {})).isTrue());
            for (int begin = 0; begin < records.size(); begin += together) {
                dispatch.dispatch(records.subList(begin, Math.min(begin + together, records.size())));
            }
        }

        assertThat(printed).isEqualTo(of(records, ofConsole));
        assertThat(trail.filed).isEqualTo(of(records, ofTrail));
        assertThat(files.written).isEqualTo(of(records, ofFiles));
        assertThat(topic.written).isEqualTo(of(records, ofTopic));
    }

    @Example
    void recordThatCannotBeFiledIsGivenToNobody() {
        trail.failing = true;
        ServerPlan plan = new ServerPlan(
                Set.of(),
                EnumSet.allOf(Severity.class),
                Optional.empty(),
                List.of(new DestinationPlan("files", "f", EnumSet.allOf(Severity.class), () -> files)));
        try (AuditRoutes routes = routes(plan)) {
            assertThatThrownBy(() -> new AuditDispatch(trail, routes).dispatch(List.of(AuditRecords.numbered(1))))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(files.written).isEmpty();
    }

    private static List<AuditRecord> of(List<AuditRecord> records, Set<Severity> severities) {
        return records.stream()
                .filter(auditRecord -> severities.contains(auditRecord.severity()))
                .toList();
    }

    private static AuditRoutes routes(ServerPlan plan) {
        RecordingAuditLog log = new RecordingAuditLog();
        return new AuditRoutes(
                server -> Optional.of(plan), () -> log, WriterLimits.DEFAULT, Thread::new, new SettableClock());
    }

    private AuditSink console() {
        return new AuditSink() {
            @Override
            public String name() {
                return "console";
            }

            @Override
            public boolean accept(AuditRecord auditRecord, Runnable whenRoom) {
                return printed.add(auditRecord);
            }
        };
    }
}
