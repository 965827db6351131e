package io.openintegration.daemon.persistence;

import static io.openintegration.daemon.testing.AuditRecords.NOON;
import static io.openintegration.daemon.testing.AuditRecords.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.AuditQuery;
import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditedException;
import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.testing.AuditRecords;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the audit trail in a database promises, whichever database it is. */
abstract class JdbiAuditTrailContract {

    private static final AuditQuery ALL = query(Set.of(), null, null, null, null);

    private TestDatabase own;
    private JdbiAuditTrail trail;

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @BeforeEach
    void migrate(@TempDir Path directory) {
        own = newDatabase(directory);
        trail = migrated();
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void filedRecordIsFoundAsItWas() {
        AuditRecord failed = AuditRecords.of(
                1,
                Severity.EXCEPTION,
                "TEST-0001",
                "It failed",
                Optional.of(new AuditedException("java.io.IOException", "disk full", "at a\n\tat b")));
        trail.file(failed);

        assertThat(trail.find(ALL)).containsExactly(failed);
    }

    @Test
    void filingTwiceIsHarmless() {
        trail.file(numbered(1));
        trail.file(numbered(1));

        assertThat(trail.find(ALL)).containsExactly(numbered(1));
    }

    @Test
    void recordsThatAreFiledTogetherAreFiledOnceWhetherOrNotSomeWereFiledBefore() {
        trail.file(numbered(2));

        trail.fileAll(List.of(numbered(1), numbered(2), numbered(3)));
        trail.fileAll(List.of(numbered(4), numbered(5)));
        trail.fileAll(List.of());

        assertThat(trail.find(ALL))
                .containsExactlyInAnyOrder(numbered(1), numbered(2), numbered(3), numbered(4), numbered(5));
    }

    @Test
    void recordsSurviveReopeningTheDatabase() {
        trail.file(numbered(1));

        own.restart();
        assertThat(migrated().find(ALL)).containsExactly(numbered(1));
    }

    @Test
    void newestComeFirst() {
        List.of(2L, 3L, 1L).forEach(n -> trail.file(numbered(n)));

        assertThat(trail.find(ALL)).containsExactly(numbered(3), numbered(2), numbered(1));
    }

    @Test
    void recordsOfTheSameTimeAreOrderedByIncarnationAndSequence() {
        AuditRecord base = numbered(1);
        trail.file(at(base, "a", 1, 7));
        trail.file(at(base, "b", 2, 1));
        trail.file(at(base, "c", 1, 9));

        assertThat(trail.find(ALL)).extracting(AuditRecord::guid).containsExactly("b", "c", "a");
    }

    @Test
    void pagesJoinWithoutOverlap() {
        LongStream.rangeClosed(1, 7).forEach(n -> trail.file(numbered(n)));

        assertThat(trail.find(page(0, 3))).containsExactly(numbered(7), numbered(6), numbered(5));
        assertThat(trail.find(page(3, 3))).containsExactly(numbered(4), numbered(3), numbered(2));
        assertThat(trail.find(page(6, 3))).containsExactly(numbered(1));
        assertThat(trail.find(page(9, 3))).isEmpty();
    }

    @Test
    void recordsOfOtherServersAreNotFound() {
        trail.file(AuditRecords.of("cocoMDS1", 1, Severity.INFO, "TEST-0001", "text", Optional.empty()));

        assertThat(trail.find(ALL)).isEmpty();
    }

    @Test
    void severitiesAndMessageIdSelect() {
        trail.file(AuditRecords.of(1, Severity.ERROR, "TEST-0001", "text", Optional.empty()));
        trail.file(AuditRecords.of(2, Severity.INFO, "TEST-0001", "text", Optional.empty()));
        trail.file(AuditRecords.of(3, Severity.SECURITY, "TEST-0002", "text", Optional.empty()));

        Set<Severity> grave = Set.of(Severity.ERROR, Severity.SECURITY);
        assertThat(sequences(query(grave, null, null, null, null))).containsExactly(3L, 1L);
        assertThat(sequences(query(Set.of(), "TEST-0001", null, null, null))).containsExactly(2L, 1L);
        assertThat(sequences(query(grave, "TEST-0001", null, null, null))).containsExactly(1L);
    }

    @Test
    void timesSelectFromInclusiveToExclusive() {
        LongStream.rangeClosed(1, 4).forEach(n -> trail.file(numbered(n)));

        assertThat(sequences(query(Set.of(), null, null, NOON.plusSeconds(2), NOON.plusSeconds(4))))
                .containsExactly(3L, 2L);
    }

    @Test
    void textIsSearchedLiterallyIgnoringCase() {
        trail.file(AuditRecords.of(1, Severity.INFO, "TEST-0001", "100% of OldMarket_1 done!", Optional.empty()));
        trail.file(AuditRecords.of(2, Severity.INFO, "TEST-0001", "100 of OldMarketX1 done", Optional.empty()));

        assertThat(sequences(containing("oldmarket_1"))).containsExactly(1L);
        assertThat(sequences(containing("100%"))).containsExactly(1L);
        assertThat(sequences(containing("DONE!"))).containsExactly(1L);
        assertThat(sequences(containing("OLDMARKET"))).containsExactly(2L, 1L);
        assertThat(sequences(containing("' OR '1'='1"))).isEmpty();
        assertThat(sequences(containing("\\"))).isEmpty();
    }

    @Test
    void textBeyondAsciiIsSearchedIgnoringCaseToo() {
        trail.file(AuditRecords.of(1, Severity.INFO, "TEST-0001", "Ärzte-ΣΟΦΟΣ.csv", Optional.empty()));

        assertThat(sequences(containing("ÄRZTE"))).containsExactly(1L);
        assertThat(sequences(containing("ärzte-σοφο"))).containsExactly(1L);
    }

    @Test
    void criteriaThatNoDatabaseCouldHoldFindNothing() {
        trail.file(numbered(1));

        assertThat(sequences(query(Set.of(), "TEST\0", null, null, null))).isEmpty();
        assertThat(sequences(containing("\0\uD83D"))).isEmpty();
        assertThat(sequences(query(Set.of(), null, null, Instant.MIN, Instant.MAX)))
                .containsExactly(1L);
        assertThat(sequences(query(Set.of(), null, null, Instant.MAX, Instant.MIN)))
                .isEmpty();
    }

    @Test
    void serversAreListedInTheOrderOfTheirCharacters() {
        List.of("b", "B", "a-1", "_", "a", "É")
                .forEach(server -> trail.file(AuditRecords.of(
                        server, server.charAt(0), Severity.INFO, "TEST-0001", "text", Optional.empty())));

        assertThat(trail.servers()).containsExactly("B", "_", "a", "a-1", "b", "É");
    }

    @Test
    void charactersThatNoDatabaseStoresAreReplaced() {
        trail.file(AuditRecords.of(1, Severity.INFO, "TEST-0001", "a\0b\uD83Dc\uD83D\uDE00", Optional.empty()));

        assertThat(trail.find(ALL)).extracting(AuditRecord::messageText).containsExactly("a\uFFFDb\uFFFDc\uD83D\uDE00");
    }

    @Test
    void oldRecordsOfAServerAreRemovedTheOldestFirst() {
        List.of(5L, 1L, 4L, 2L, 3L).forEach(n -> trail.file(numbered(n)));
        trail.file(AuditRecords.of("cocoMDS1", 1, Severity.INFO, "TEST-0001", "text", Optional.empty()));

        assertThat(trail.servers()).containsExactly("cocoMDS1", "integration-daemon");
        assertThat(trail.remove("integration-daemon", NOON.plusSeconds(4), 2)).isEqualTo(2);
        assertThat(trail.find(ALL)).containsExactly(numbered(5), numbered(4), numbered(3));
        assertThat(trail.remove("integration-daemon", NOON.plusSeconds(4), 2)).isEqualTo(1);
        assertThat(trail.remove("integration-daemon", NOON.plusSeconds(4), 2)).isZero();
        assertThat(trail.find(ALL)).containsExactly(numbered(5), numbered(4));
        assertThat(trail.servers()).contains("cocoMDS1");
    }

    private JdbiAuditTrail migrated() {
        DaemonDatabase database = new DaemonDatabase(own.dataSource());
        database.migrate();
        return new JdbiAuditTrail(database);
    }

    private List<Long> sequences(AuditQuery query) {
        return trail.find(query).stream().map(AuditRecord::sequence).toList();
    }

    private static AuditQuery containing(String text) {
        return query(Set.of(), null, text, null, null);
    }

    private static AuditQuery page(int startFrom, int pageSize) {
        return new AuditQuery(
                "integration-daemon",
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                startFrom,
                pageSize);
    }

    private static AuditQuery query(Set<Severity> severities, String id, String text, Instant from, Instant to) {
        return new AuditQuery(
                "integration-daemon",
                severities,
                Optional.ofNullable(id),
                Optional.ofNullable(text),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                0,
                100);
    }

    private static AuditRecord at(AuditRecord base, String guid, long incarnation, long sequence) {
        return new AuditRecord(
                guid,
                incarnation,
                sequence,
                base.timeStamp(),
                base.originator(),
                base.component(),
                base.action(),
                base.threadId(),
                base.threadName(),
                base.severity(),
                base.messageId(),
                base.messageText(),
                base.messageParameters(),
                base.systemAction(),
                base.userAction(),
                base.exception());
    }
}
