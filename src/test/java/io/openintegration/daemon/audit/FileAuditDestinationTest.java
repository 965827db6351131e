package io.openintegration.daemon.audit;

import static io.openintegration.daemon.testing.AuditRecords.numbered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.testing.SettableClock;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAuditDestinationTest {

    private static final long RECORD = AuditRecordJson.write(numbered(1)).length() + 1L;
    private static final FileLimits WIDE = new FileLimits(1 << 20, Duration.ofDays(30), 1 << 30, 100);

    @TempDir
    Path root;

    private final SettableClock clock = new SettableClock(Instant.parse("2025-11-22T18:00:00Z"));
    private FileAuditDestination destination;

    @AfterEach
    void close() {
        if (destination != null) {
            destination.close();
        }
    }

    @Test
    void eachRecordIsALineOfItsJson() throws IOException {
        open(WIDE);
        write(1, 3);

        assertThat(Files.readAllLines(directory().resolve("audit.jsonl")))
                .containsExactly(
                        AuditRecordJson.write(numbered(1)),
                        AuditRecordJson.write(numbered(2)),
                        AuditRecordJson.write(numbered(3)));
    }

    @Test
    void othersThanOwnerAndGroupCannotRead() throws IOException {
        open(WIDE);
        write(1, 1);

        assertThat(permissions(directory()))
                .endsWith("---")
                .doesNotContain("w-")
                .startsWith("rwx");
        assertThat(permissions(directory().resolve("audit.jsonl")))
                .endsWith("---")
                .startsWith("rw-");
    }

    @Test
    void fileIsRotatedBeforeItGrowsTooLarge() throws IOException {
        open(new FileLimits(3 * RECORD, Duration.ofDays(30), 1 << 30, 100));
        write(1, 8);

        assertThat(names()).containsExactly("audit.2025-11-22.1.jsonl", "audit.2025-11-22.2.jsonl", "audit.jsonl");
        assertThat(sequences("audit.2025-11-22.1.jsonl")).containsExactly(1L, 2L, 3L);
        assertThat(sequences("audit.2025-11-22.2.jsonl")).containsExactly(4L, 5L, 6L);
        assertThat(sequences("audit.jsonl")).containsExactly(7L, 8L);
    }

    @Test
    void recordLargerThanAFileMayBeGoesIntoAFileOfItsOwn() throws IOException {
        open(new FileLimits(RECORD / 2, Duration.ofDays(30), 1 << 30, 100));
        write(1, 2);

        assertThat(sequences("audit.2025-11-22.1.jsonl")).containsExactly(1L);
        assertThat(sequences("audit.jsonl")).containsExactly(2L);
    }

    @Test
    void fileIsRotatedWhenTheDayEndsInTheZoneOfTheClock() throws IOException {
        destination = destination(WIDE, clock.withZone(ZoneId.of("Europe/Berlin")));
        clock.set(Instant.parse("2025-11-22T22:59:59Z"));
        write(1, 1);
        clock.set(Instant.parse("2025-11-22T23:00:00Z"));
        write(2, 2);
        clock.set(Instant.parse("2025-11-23T22:59:59Z"));
        write(3, 3);

        assertThat(names()).containsExactly("audit.2025-11-22.1.jsonl", "audit.jsonl");
        assertThat(sequences("audit.jsonl")).containsExactly(2L, 3L);
    }

    @Test
    void fileOfAnEarlierStartIsContinuedOrRotatedByItsDay() throws IOException {
        open(WIDE);
        write(1, 1);
        reopenLastWrittenAt("2025-11-22T17:00:00Z");
        write(2, 2);
        assertThat(sequences("audit.jsonl")).containsExactly(1L, 2L);

        reopenLastWrittenAt("2025-11-21T17:00:00Z");
        write(3, 3);
        assertThat(sequences("audit.2025-11-21.1.jsonl")).containsExactly(1L, 2L);
        assertThat(sequences("audit.jsonl")).containsExactly(3L);
    }

    @Test
    void rotatedFilesAreRemovedByNumberOfFiles() throws IOException {
        open(new FileLimits(RECORD, Duration.ofDays(30), 1 << 30, 3));
        write(1, 12);

        assertThat(names()).containsExactly("audit.2025-11-22.10.jsonl", "audit.2025-11-22.11.jsonl", "audit.jsonl");
    }

    @Test
    void rotatedFilesAreRemovedByTotalSize() throws IOException {
        open(new FileLimits(2 * RECORD, Duration.ofDays(30), 5 * RECORD, 100));
        write(1, 9);

        assertThat(names()).containsExactly("audit.2025-11-22.4.jsonl", "audit.jsonl");
        assertThat(sequences("audit.jsonl")).containsExactly(9L);
    }

    @Test
    void rotatedFilesAreRemovedByAge() throws IOException {
        open(new FileLimits(1 << 20, Duration.ofDays(2), 1 << 30, 100));
        for (int day = 0; day < 5; day++) {
            write(day + 1, day + 1);
            clock.advance(Duration.ofDays(1));
        }
        write(6, 6);

        assertThat(names()).containsExactly("audit.2025-11-25.1.jsonl", "audit.2025-11-26.1.jsonl", "audit.jsonl");
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException {
        Files.createDirectories(directory());
        List<String> others = List.of(
                "audit.9999-99-99.1.jsonl", "audit.2001-01-01.1.jsonl.gz", "notes.txt", "xaudit.2001-01-01.1.jsonl");
        for (String other : others) {
            Files.writeString(directory().resolve(other), "x");
        }
        open(new FileLimits(RECORD, Duration.ofDays(1), RECORD, 1));
        write(1, 5);

        assertThat(names())
                .containsExactlyInAnyOrder(
                        Stream.concat(others.stream(), Stream.of("audit.jsonl")).toArray(String[]::new));
    }

    @Test
    void lineThatACrashCutDoesNotSpoilTheNext() throws IOException {
        Files.createDirectories(directory());
        Files.writeString(
                directory().resolve("audit.jsonl"), AuditRecordJson.write(numbered(1)) + "\n{\"class\":\"OMR");
        reopenLastWrittenAt("2025-11-22T17:00:00Z");
        write(2, 2);

        assertThat(Files.readAllLines(directory().resolve("audit.jsonl")))
                .containsExactly(
                        AuditRecordJson.write(numbered(1)), "{\"class\":\"OMR", AuditRecordJson.write(numbered(2)));
    }

    @Test
    void fileThatSomebodyTookAwayIsMadeAnew() throws IOException {
        open(WIDE);
        write(1, 1);
        Files.move(directory().resolve("audit.jsonl"), root.resolve("taken"));
        write(2, 2);
        assertThat(sequences("audit.jsonl")).containsExactly(2L);

        Files.delete(directory().resolve("audit.jsonl"));
        Files.delete(directory());
        write(3, 3);
        assertThat(sequences("audit.jsonl")).containsExactly(3L);
    }

    @Test
    void placeThatCannotBeWrittenFailsUntilItCan() throws IOException {
        open(WIDE);
        Files.writeString(root.resolve("logs"), "in the way");
        assertThatThrownBy(() -> write(1, 1)).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> write(1, 1)).isInstanceOf(FileSystemException.class);

        Files.delete(root.resolve("logs"));
        write(1, 1);
        assertThat(sequences("audit.jsonl")).containsExactly(1L);
    }

    @Test
    void linksLeadNowhere() throws IOException {
        Path outside = Files.createDirectory(root.resolve("outside"));
        Path inside = Files.createDirectory(root.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("logs"), outside);
        assertThatThrownBy(() -> inRoot(inside).write(numbered(1))).isInstanceOf(FileSystemException.class);

        Files.delete(inside.resolve("logs"));
        Files.createDirectories(inside.resolve("logs/server"));
        Files.createSymbolicLink(inside.resolve("logs/server/audit.jsonl"), outside.resolve("stolen"));
        assertThatThrownBy(() -> inRoot(inside).write(numbered(1))).isInstanceOf(IOException.class);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void permittedRootMayBeALinkItself() throws IOException {
        Path real = Files.createDirectory(root.resolve("real"));
        Path link = Files.createSymbolicLink(root.resolve("link"), real);
        try (FileAuditDestination linked = inRoot(link)) {
            linked.write(numbered(1));
        }
        assertThat(real.resolve("logs/server/audit.jsonl")).exists();
    }

    @Test
    void writingGoesOnAfterAnInterruptClosedTheFile() throws IOException {
        open(WIDE);
        write(1, 1);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> write(2, 2)).isInstanceOf(IOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        clock.set(Files.getLastModifiedTime(directory().resolve("audit.jsonl")).toInstant());
        write(2, 2);

        assertThat(sequences("audit.jsonl")).containsExactly(1L, 2L);
    }

    private FileAuditDestination inRoot(Path permitted) {
        return new FileAuditDestination("files", permitted, permitted.resolve("logs/server"), WIDE, clock);
    }

    private Path directory() {
        return root.resolve("logs/server");
    }

    private void open(FileLimits limits) {
        destination = destination(limits, clock);
    }

    private FileAuditDestination destination(FileLimits limits, Clock time) {
        return new FileAuditDestination("files", root, directory(), limits, time);
    }

    private void reopenLastWrittenAt(String time) throws IOException {
        close();
        Files.setLastModifiedTime(directory().resolve("audit.jsonl"), FileTime.from(Instant.parse(time)));
        open(WIDE);
    }

    private void write(long from, long to) throws IOException {
        for (long n = from; n <= to; n++) {
            destination.write(numbered(n));
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<Long> sequences(String name) throws IOException {
        return Files.readAllLines(directory().resolve(name)).stream()
                .map(line -> AuditRecordJson.read(line).sequence())
                .toList();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
