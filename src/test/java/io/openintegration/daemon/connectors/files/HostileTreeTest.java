package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.testing.RecordingSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees that are not as one would wish: nothing hangs, nothing wrong is catalogued, what is left out is told. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HostileTreeTest {

    @TempDir
    Path base;

    private MonitorFixture fixture;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new MonitorFixture(base);
        Files.createDirectory(fixture.directory());
    }

    private RecordingSink refresh() {
        return fixture.refresh(new DataFilesMonitor(fixture.connection()));
    }

    private Path in(String name) {
        return fixture.directory().resolve(name);
    }

    private static ItemKey key(Path path) {
        return new ItemKey(path.toString());
    }

    private void runInDirectory(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(fixture.directory().toFile())
                .start();
        boolean done = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        assumeTrue(done || OS.LINUX.isCurrentOs(), "command not available");
        assertThat(done).as(String.join(" ", command)).isTrue();
    }

    private static Runnable once(IoAction action) {
        return () -> {
            try {
                action.run();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
    }

    /** What was said of pipes, sockets and devices since this was asked last. */
    private List<String> saidOfSpecialFiles() {
        List<String> said = Stream.of("0137", "0138")
                .flatMap(
                        id -> fixture.context().auditLog().entries("BASIC-FILES-INTEGRATION-CONNECTORS-" + id).stream())
                .map(entry -> entry.message().text())
                .toList();
        fixture.context().auditLog().clear();
        return said;
    }

    private interface IoAction {
        void run() throws IOException;
    }

    @Test
    void linkToAFileInsideIsCataloguedAsALink() throws IOException {
        Path target = fixture.file("real.csv", "a,b\n");
        Path link = Files.createSymbolicLink(in("link.csv"), target);

        RecordingSink sink = refresh();

        Map<String, String> properties = ((PropertyValue.TextMap)
                        sink.item(link).properties().get("additionalProperties").orElseThrow())
                .values();
        assertThat(properties).containsEntry("isSymLink", "true").containsEntry("size", "4");
        assertThat(sink.item(link).parts()).hasSize(1);
        assertThat(sink.item(link).qualifiedName().value()).endsWith("link.csv");
    }

    @Test
    void linkOutOfTheDirectoryIsReportedAndNotFollowed() throws IOException {
        Path secret = Files.writeString(base.resolve("secret.csv"), "password\n");
        Path link = Files.createSymbolicLink(in("link.csv"), secret);
        Path folder = Files.createSymbolicLink(in("outside"), Files.createDirectory(base.resolve("other")));

        RecordingSink sink = refresh();

        assertThat(sink.items()).isEmpty();
        assertThat(sink.scopes()).hasSize(1);
        assertThat(sink.unreadable()).containsOnlyKeys(key(link), key(folder));
        assertThat(sink.unreadable().values())
                .allMatch(reason -> reason.id().equals("BASIC-FILES-INTEGRATION-CONNECTORS-0103"))
                .noneMatch(reason -> reason.text().contains("secret"));
        assertThat(sink.scope(fixture.directory()).isComplete()).isTrue();
    }

    @Test
    void linksToFoldersAreNotDescended() throws IOException {
        fixture.file("a/b/file.txt", "x");
        Files.createSymbolicLink(in("a/b/up"), fixture.directory());
        Files.createSymbolicLink(in("a/b/self"), Path.of("."));

        RecordingSink sink = refresh();

        assertThat(sink.items()).hasSize(1);
        assertThat(sink.scopes()).hasSize(3);
    }

    @Test
    void brokenAndCircularLinksAreReported() throws IOException {
        Files.createSymbolicLink(in("broken"), in("nothing"));
        Files.createSymbolicLink(in("round"), in("round"));

        RecordingSink sink = refresh();

        assertThat(sink.unreadable()).containsOnlyKeys(key(in("broken")), key(in("round")));
        assertThat(sink.items()).isEmpty();
    }

    @Test
    void rootMayItselfBeALink() throws IOException {
        Path file = fixture.file("a.csv", "x,y\n");
        Path moved = Files.move(fixture.directory(), base.resolve("moved"));
        Files.createSymbolicLink(fixture.directory(), moved);

        assertThat(refresh().item(file).parts()).hasSize(1);
    }

    @Test
    void pipesAreNamedAndNeverOpened() throws IOException, InterruptedException {
        runInDirectory("mkfifo", "pipe.csv");
        Files.createSymbolicLink(in("link.csv"), in("pipe.csv"));

        RecordingSink sink = refresh();

        assertThat(sink.items()).isEmpty();
        assertThat(sink.unreadable()).isEmpty();
        assertThat(sink.scope(fixture.directory()).isComplete()).isTrue();
        assertThat(saidOfSpecialFiles())
                .hasSize(2)
                .anyMatch(said -> said.contains(in("pipe.csv").toString()))
                .anyMatch(said -> said.contains(in("link.csv").toString()));
    }

    @Test
    void pipeThatTakesAFilesPlaceLeavesNothingOfTheFile() throws IOException, InterruptedException {
        Path file = fixture.file("a.csv", "a,b\n");
        FilesIntegratorConnector monitor = new DataFilesMonitor(fixture.connection());
        fixture.refresh(monitor);
        Files.delete(file);
        runInDirectory("mkfifo", "a.csv");
        RecordingSink sink = new RecordingSink();

        monitor.refresh(sink);

        assertThat(sink.items()).isEmpty();
        assertThat(sink.unreadable()).isEmpty();
        assertThat(sink.scope(fixture.directory()).isComplete()).isTrue();
        assertThat(saidOfSpecialFiles()).hasSize(1);
    }

    @Test
    void specialFileIsToldOfOnceForAsLongAsItIsThere() throws IOException, InterruptedException {
        FilesIntegratorConnector monitor = new DataFilesMonitor(fixture.connection());
        runInDirectory("mkfifo", "first");
        fixture.refresh(monitor);
        assertThat(saidOfSpecialFiles()).hasSize(1);

        runInDirectory("mkfifo", "second");
        monitor.refresh(new RecordingSink());
        monitor.refresh(new RecordingSink());
        assertThat(saidOfSpecialFiles()).singleElement().satisfies(said -> assertThat(said)
                .contains(in("second").toString()));

        Files.delete(in("first"));
        monitor.refresh(new RecordingSink());
        assertThat(saidOfSpecialFiles()).isEmpty();

        runInDirectory("mkfifo", "first");
        monitor.refresh(new RecordingSink());
        assertThat(saidOfSpecialFiles()).singleElement().satisfies(said -> assertThat(said)
                .contains(in("first").toString()));
    }

    @Test
    void specialFilesThatNobodyWouldReadOfAreCountedOnce() throws IOException, InterruptedException {
        runInDirectory(Stream.concat(
                        Stream.of("mkfifo"),
                        IntStream.range(0, FileRemarks.MOST_TOLD + 3).mapToObj(String::valueOf))
                .toArray(String[]::new));
        FilesIntegratorConnector monitor = new DataFilesMonitor(fixture.connection());

        fixture.refresh(monitor);

        assertThat(saidOfSpecialFiles())
                .hasSize(FileRemarks.MOST_TOLD + 1)
                .last()
                .satisfies(said -> assertThat(said).contains(" 3 more "));
        monitor.refresh(new RecordingSink());
        assertThat(saidOfSpecialFiles()).isEmpty();
    }

    @Test
    void specialFilesThatAreNotWantedAreNotToldOf() throws IOException, InterruptedException {
        Files.createDirectory(in("scratch"));
        runInDirectory("mkfifo", "pipe.lock", "scratch/pipe.csv", "pipe.csv");

        fixture.refresh(new DataFilesMonitor(
                fixture.connection(Map.of("excludeFiles", "*.lock", "excludeFolders", "scratch", "watch", false))));

        assertThat(saidOfSpecialFiles()).singleElement().satisfies(said -> assertThat(said)
                .contains(in("pipe.csv").toString()));
    }

    @Test
    void dataFolderIsCountedWithoutItsPipesWhichAreNamed() throws IOException, InterruptedException {
        fixture.file("sub/a.csv", "a,b\n");
        runInDirectory("mkfifo", "pipe.csv", "sub/pipe.csv");

        RecordingSink sink = fixture.refresh(new DataFolderMonitor(fixture.connection()));

        assertThat(((PropertyValue.TextMap) sink.scope(fixture.directory())
                                .item()
                                .properties()
                                .get("additionalProperties")
                                .orElseThrow())
                        .values())
                .containsEntry("numberOfFiles", "1");
        assertThat(sink.unreadable()).isEmpty();
        assertThat(saidOfSpecialFiles()).hasSize(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void devicesAreNamedAndNeverOpened() {
        Map<String, Object> onlyNull = Map.of("includeFiles", "null", "excludeFolders", "*", "watch", false);

        RecordingSink sink = fixture.refresh(new DataFilesMonitor(fixture.connection(Optional.of("/dev"), onlyNull)));

        assertThat(sink.items()).isEmpty();
        assertThat(sink.scope(Path.of("/dev")).isComplete()).isTrue();
        assertThat(saidOfSpecialFiles()).singleElement().satisfies(said -> assertThat(said)
                .contains("/dev/null"));
    }

    @Test
    void socketsAreNamedAndNeverOpened() throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(in("socket.csv")));
            fixture.file("a.csv", "a,b\n");

            RecordingSink sink = refresh();

            assertThat(sink.items()).containsOnlyKeys(key(in("a.csv")));
            assertThat(sink.unreadable()).isEmpty();
            assertThat(sink.scope(fixture.directory()).isComplete()).isTrue();
            assertThat(saidOfSpecialFiles()).singleElement().satisfies(said -> assertThat(said)
                    .contains(in("socket.csv").toString()));
        }
    }

    @Test
    void fileThatIsReadTooSlowlyKeepsWhatIsCatalogued() throws IOException {
        Path file = fixture.file("slow.csv", "a,b\n");
        ClosedEntries places = new ClosedEntries();
        places.beforeReading(() -> fixture.context().clock().advance(Duration.ofSeconds(11)));

        RecordingSink sink = fixture.refresh(new DataFilesMonitor(fixture.connection(), places));

        assertThat(sink.items()).isEmpty();
        assertThat(sink.unreadable()).containsOnlyKeys(key(file));
        assertThat(sink.unreadable().get(key(file)).id()).isEqualTo("BASIC-FILES-INTEGRATION-CONNECTORS-0131");
        assertThat(sink.scope(fixture.directory()).isComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"two\nlines.csv", "quo'te\".csv", "患者データ.csv", "emoji 🩺.csv", " ", "-rf", "a::b.csv", "\uFFFD"})
    void oddNamesAreKeptAsTheyAre(String name) throws IOException {
        Path file = fixture.file(name, "x,y\n");

        RecordingSink sink = refresh();

        assertThat(sink.item(file).properties().text("fileName")).contains(name);
        assertThat(sink.unreadable()).isEmpty();
    }

    @Test
    void namesThatAreNoTextAreReportedOneByOne() throws IOException, InterruptedException {
        fixture.file("good.txt", "x");
        runInDirectory("bash", "-c", "touch $'bad\\xff.txt' $'bad\\xfe.txt'; mkdir $'dir\\xff'");

        RecordingSink sink = refresh();

        assertThat(sink.items()).containsOnlyKeys(key(in("good.txt")));
        assertThat(sink.scopes()).hasSize(1);
        assertThat(sink.unreadable()).hasSize(3);
        assertThat(sink.unreadable().values())
                .allMatch(reason -> reason.id().equals("BASIC-FILES-INTEGRATION-CONNECTORS-0105"));
    }

    @Test
    void deepTreesAreDescribedToTheirEnd() throws IOException {
        String deep = "d/".repeat(500) + "file.txt";
        Path file = fixture.file(deep, "x");

        RecordingSink sink = refresh();

        assertThat(sink.items()).containsOnlyKeys(key(file));
        assertThat(sink.scopes()).hasSize(501);
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
    }

    @Test
    void fileThatVanishesWhileLookedAtIsSimplyNotThere() throws IOException {
        Path file = fixture.file("a.csv", "x,y\n");
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.equals(key(file))) {
                once(() -> Files.delete(file)).run();
            }
        });

        fixture.refresh(new DataFilesMonitor(fixture.connection()), sink);

        assertThat(sink.items()).isEmpty();
        assertThat(sink.unreadable()).isEmpty();
        assertThat(sink.scope(fixture.directory()).isComplete()).isTrue();
    }

    @Test
    void folderThatVanishesWhileLookedAtIsNotComplete() throws IOException {
        Path file = fixture.file("sub/a.txt", "x");
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.equals(key(file))) {
                once(() -> {
                            Files.delete(file);
                            Files.delete(file.getParent());
                        })
                        .run();
            }
        });

        fixture.refresh(new DataFilesMonitor(fixture.connection()), sink);

        assertThat(sink.scope(file.getParent()).isComplete()).isFalse();
        assertThat(sink.scope(fixture.directory()).isComplete()).isTrue();
    }

    @Test
    void directoryThatVanishesInTheMiddleFailsTheRefreshAndCompletesNothing() throws IOException {
        fixture.file("sub/a.txt", "x");
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.value().endsWith("sub")) {
                once(() -> Files.move(fixture.directory(), base.resolve("gone")))
                        .run();
            }
        });

        assertThatThrownBy(() -> fixture.refresh(new DataFilesMonitor(fixture.connection()), sink))
                .hasMessageStartingWith("BASIC-FILES-INTEGRATION-CONNECTORS-404-001");
        assertThat(sink.scopes().values()).noneMatch(RecordingSink.Scope::isComplete);
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isClosed);
    }

    @Test
    void directoryThatIsExchangedInTheMiddleFailsTheRefresh() throws IOException {
        fixture.file("a.txt", "x");
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.value().endsWith("a.txt")) {
                once(() -> {
                            Files.move(fixture.directory(), base.resolve("unmounted"));
                            Files.createDirectory(fixture.directory());
                        })
                        .run();
            }
        });

        assertThatThrownBy(() -> fixture.refresh(new DataFilesMonitor(fixture.connection()), sink))
                .hasMessageStartingWith("BASIC-FILES-INTEGRATION-CONNECTORS-500-002");
        assertThat(sink.scope(fixture.directory()).isComplete()).isFalse();
    }

    @Test
    void folderThatMayNotBeListedIsReportedAndTheRestGoesOn() throws IOException {
        Path closed = Files.createDirectory(in("closed"));
        fixture.file("open/a.txt", "x");
        ClosedEntries places = new ClosedEntries();
        places.close(closed);

        RecordingSink sink = fixture.refresh(new DataFilesMonitor(fixture.connection(), places));

        assertThat(sink.scope(fixture.directory()).unreadable()).containsOnlyKeys(key(closed));
        assertThat(sink.scopes()).doesNotContainKey(key(closed));
        assertThat(sink.scope(fixture.directory()).isComplete()).isTrue();
        assertThat(sink.items()).hasSize(1);
    }

    private interface Misfortune {
        void befall(Path folder) throws IOException;
    }

    /** Refreshes two folders; what happens to the second happens while the first is being entered. */
    private RecordingSink refreshWhileOneOfTwoIs(Misfortune misfortune) throws IOException {
        List<Path> twins = List.of(Files.createDirectory(in("one")), Files.createDirectory(in("two")));
        List<Path> hit = new ArrayList<>();
        RecordingSink sink = new RecordingSink().beforeItem(key -> twins.stream()
                .filter(twin -> hit.isEmpty() && key.equals(key(twin)))
                .map(first -> twins.get(1 - twins.indexOf(first)))
                .findFirst()
                .ifPresent(second -> {
                    hit.add(second);
                    once(() -> misfortune.befall(second)).run();
                }));
        fixture.refresh(new DataFilesMonitor(fixture.connection()), sink);
        assertThat(hit).hasSize(1);
        return sink;
    }

    @Test
    void folderThatCannotBeListedIsReportedInItsParent() throws IOException {
        RecordingSink sink = refreshWhileOneOfTwoIs(folder -> {
            Files.delete(folder);
            Files.writeString(folder, "now a file");
        });

        assertThat(sink.scopes()).hasSize(2);
        assertThat(sink.scope(fixture.directory()).unreadable()).hasSize(1);
        assertThat(sink.unreadable().values())
                .allMatch(reason -> reason.id().equals("BASIC-FILES-INTEGRATION-CONNECTORS-0102"));
        assertThat(sink.scope(fixture.directory()).isComplete()).isTrue();
    }

    @Test
    void folderThatVanishesBeforeItIsLookedAtIsSimplyNotThere() throws IOException {
        RecordingSink sink = refreshWhileOneOfTwoIs(Files::delete);

        assertThat(sink.scopes()).hasSize(2);
        assertThat(sink.unreadable()).isEmpty();
        assertThat(sink.scope(fixture.directory()).isComplete()).isTrue();
    }

    @Test
    void folderThatIsExchangedForALinkIsNotEntered() throws IOException {
        Path outside = Files.createDirectory(base.resolve("outside"));
        Files.writeString(outside.resolve("secret.csv"), "password\n");

        RecordingSink sink = refreshWhileOneOfTwoIs(folder -> {
            Files.delete(folder);
            Files.createSymbolicLink(folder, outside);
        });

        assertThat(sink.items()).isEmpty();
        assertThat(sink.scopes()).hasSize(2);
    }

    @Test
    void fileThatGrowsWhileItIsLookedIntoKeepsWhatIsCatalogued() throws IOException {
        Path file = fixture.file("a.csv", "a,b\n1,2\n");
        RecordingSink sink = new RecordingSink();
        sink.beforeItem(key -> {
            if (key.equals(key(file))) {
                once(() -> Files.writeString(file, "a,b,c\n", StandardOpenOption.APPEND))
                        .run();
            }
        });

        fixture.refresh(new DataFilesMonitor(fixture.connection()), sink);

        assertThat(sink.items()).isEmpty();
        assertThat(sink.unreadable().get(key(file)).id()).isEqualTo("BASIC-FILES-INTEGRATION-CONNECTORS-0130");
        assertThat(sink.scope(fixture.directory()).isComplete()).isTrue();
        assertThat(refresh().item(file).parts()).hasSize(1);
    }

    @Test
    void fileThatIsEmptiedBeforeItIsLookedIntoKeepsWhatIsCatalogued() throws IOException {
        Path file = fixture.file("a.parquet", "PAR1");
        RecordingSink sink = new RecordingSink();
        sink.beforeItem(key -> {
            if (key.equals(key(file))) {
                once(() -> Files.writeString(file, "")).run();
            }
        });

        fixture.refresh(new DataFilesMonitor(fixture.connection()), sink);

        assertThat(sink.unreadable()).containsOnlyKeys(key(file));
    }

    @Test
    void excludedLinkThatLeadsOutIsNotReported() throws IOException {
        Files.createSymbolicLink(in("link.csv"), Files.writeString(base.resolve("secret.csv"), "password\n"));

        RecordingSink sink = fixture.refresh(new DataFilesMonitor(
                fixture.connection(Map.of("excludeFiles", "link.*", "excludeFolders", "link.*", "watch", false))));

        assertThat(sink.unreadable()).isEmpty();
    }

    @Test
    void excludedEntryWhoseNameIsNoTextIsNotReported() throws IOException, InterruptedException {
        Files.createDirectory(in("scratch"));
        runInDirectory("bash", "-c", "touch $'scratch/bad\\xff.txt' $'scratch/odd\\xff.csv'");

        RecordingSink sink = fixture.refresh(new DataFilesMonitor(fixture.connection(
                Map.of("excludeFiles", "scratch/bad*.txt", "excludeFolders", "scratch/bad*", "watch", false))));

        assertThat(sink.unreadable().keySet()).singleElement().satisfies(key -> assertThat(key.value())
                .contains("odd"));
    }

    @Test
    void namesThatLookLikePatternsOrSqlAreOnlyNames() throws IOException {
        Path bracket = fixture.file("[a].csv", "a,b\n");
        Path star = fixture.file("*.csv", "x' OR 1=1 --,b\n");
        Path line = fixture.file("line\nfeed.csv", "a,b\n");

        RecordingSink sink = fixture.refresh(
                new DataFilesMonitor(fixture.connection(Map.of("includeFiles", "**/*.csv", "watch", false))));

        assertThat(sink.items()).containsOnlyKeys(key(bracket), key(star), key(line));
        assertThat(sink.item(star).parts().get(0).parts()).hasSize(2);
    }
}
