package io.openintegration.daemon.connectors.lineage.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openintegration.daemon.spi.ConnectorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileEventSinkTest extends EventSinkContract {

    @TempDir
    Path base;

    private Path directory() {
        Path directory = base.resolve("events");
        if (!Files.exists(base.resolve("away")) && !Files.exists(directory)) {
            try {
                Files.createDirectory(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return directory;
    }

    @Override
    EventSink newSink() {
        return new FileEventSink(directory().toString(), context);
    }

    @Override
    List<String> published() throws IOException {
        return files().map(FileEventSinkTest::text).toList();
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory())) {
            return all.filter(Files::isRegularFile).toList().stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void takeAway() throws IOException {
        Files.move(directory(), base.resolve("away"));
    }

    @Override
    void bringBack() throws IOException {
        Files.move(base.resolve("away"), base.resolve("events"));
    }

    @Override
    String unavailableMessageId() {
        return "OPEN-LINEAGE-CONNECTORS-503-111";
    }

    @Test
    void fileIsNamedByJobRunTimeTypeAndDigest() throws IOException {
        sink().deliver(Events.start(1));

        assertThat(files().map(file -> directory().relativize(file).toString()))
                .singleElement()
                .asString()
                .matches("demo/daily%20sales/run-1/20260131T120000\\.000000000Z-START-[0-9a-f]{16}\\.json");
    }

    @Test
    void eventsOfJobsAndOfDataSetsHaveFilesToo() throws IOException {
        sink().deliver(
                        """
                {"eventTime":"2026-01-31T12:00:00Z","job":{"namespace":"demo","name":"sales"},"inputs":[]}""");
        sink().deliver(
                        """
                {"eventTime":"2026-01-31T12:00:00Z","dataset":{"namespace":"s3://lake","name":"/raw/orders"}}""");

        assertThat(files().map(file -> directory().relativize(file).toString()))
                .anyMatch(name -> name.matches("demo/sales/20260131T120000\\.000000000Z-JOB-.*\\.json"))
                .anyMatch(name -> name.matches("s3%3A%2F%2Flake/%2Fraw%2Forders/.*-DATASET-.*\\.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../..", "/etc", ".hidden", "a/../../b", "~", "%2E%2E", "C:\\\\nul", "名前"})
    void noNameLeadsOutOfTheDirectoryOrHides(String name) throws IOException {
        sink().deliver(Events.of(name, name, name));

        assertThat(files()).singleElement().satisfies(file -> {
            assertThat(directory().relativize(file).getNameCount()).isEqualTo(4);
            assertThat(directory().relativize(file).toString())
                    .doesNotContain("/.")
                    .doesNotStartWith(".");
        });
        try (Stream<Path> beside = Files.list(base)) {
            assertThat(beside).containsExactly(directory());
        }
    }

    @Test
    void longNamesThatDifferAtTheirEndsStayApart() {
        String long1 = "x".repeat(1_999) + "1";
        String long2 = "x".repeat(1_999) + "2";

        assertThat(SafeName.of(long1))
                .hasSizeLessThanOrEqualTo(SafeName.LONGEST)
                .isNotEqualTo(SafeName.of(long2));
        assertThat(sink().deliver(Events.of(long1, long1, long1))).isEmpty();
    }

    @Test
    void namesThatDifferStayApart() {
        assertThat(List.of("a/b", "a%2Fb", "a_b", "a b", "A/b", ".a", "%2Ea"))
                .extracting(SafeName::of)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatAKillHasLeftIsWrittenOver() throws IOException {
        sink().deliver(Events.start(1));
        Path file = files().findFirst().orElseThrow();
        Path left = file.resolveSibling("." + file.getFileName() + ".part");
        Files.delete(file);
        Files.writeString(left, "longer than the event".repeat(100));

        sink().deliver(Events.start(1));

        assertThat(published()).containsExactly(Events.start(1));
        assertThat(left).doesNotExist();
    }

    @Test
    void linkThatLeadsElsewhereIsNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(base.resolve("elsewhere"));
        Files.createSymbolicLink(directory().resolve("demo"), elsewhere);

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> sink().deliver(Events.start(1)))
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-503-111");
        try (Stream<Path> files = Files.walk(elsewhere)) {
            assertThat(files).noneMatch(Files::isRegularFile);
        }
    }

    @Test
    void whatIsNoEventAnyMoreIsWrittenAllTheSame() throws IOException {
        assertThat(sink().deliver("{}")).isEmpty();

        assertThat(published()).containsExactly("{}");
    }
}
