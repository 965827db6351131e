package io.openintegration.daemon.connectors.files.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.testing.RecordingSink;
import io.openintegration.daemon.testing.SilentSftp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that say little, or what one would not wish: nothing hangs, nothing counts as gone, what is left out is told. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileSftpTest {

    private static final String IDS = "BASIC-FILES-INTEGRATION-CONNECTORS-";

    private static final byte[] NO_TEXT = {'b', 'a', 'd', (byte) 0xFF, '.', 't', 'x', 't'};

    @TempDir
    Path base;

    private SftpFixture fixture;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new SftpFixture(base);
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private ItemKey key(String path) {
        return new ItemKey(fixture.url(path));
    }

    /** The host tells this name where the file has another one. */
    private void tell(String name, byte[] told) {
        fixture.host().behave(new SftpFileSystemAccessor() {
            @Override
            public void putRemoteFileName(
                    SftpSubsystemProxy subsystem, Path path, Buffer buffer, String known, boolean shortName)
                    throws IOException {
                if (known.equals(name)) {
                    buffer.putBytes(told);
                } else {
                    SftpFileSystemAccessor.super.putRemoteFileName(subsystem, path, buffer, known, shortName);
                }
            }
        });
    }

    private void runInDirectory(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(fixture.directory().toFile())
                .start();
        boolean done = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        assumeTrue(done || OS.LINUX.isCurrentOs(), "command not available");
        assertThat(done).as(String.join(" ", command)).isTrue();
    }

    @Test
    void namesWhoseTypeIsNotListedAreAskedFor() throws IOException {
        fixture.file("sub/a.csv", "a,b\n");
        fixture.host().beSilent(SilentSftp.Silence.LISTINGS);

        RecordingSink sink = fixture.refresh();

        assertThat(sink.items()).containsOnlyKeys(key("/sub/a.csv"));
        assertThat(sink.item(fixture.url("/sub/a.csv")).parts()).hasSize(1);
        assertThat(sink.unreadable()).isEmpty();
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
    }

    @Test
    void namesWhoseTypeIsToldNowhereAreReportedOneByOne() throws IOException {
        fixture.file("sub/a.csv", "a,b\n");
        fixture.file("b.csv", "a,b\n");
        fixture.host().beSilent(SilentSftp.Silence.EVERYWHERE);

        RecordingSink sink = fixture.refresh();

        assertThat(sink.unreadable()).containsOnlyKeys(key("/sub"), key("/b.csv"));
        assertThat(sink.unreadable().values()).allMatch(reason -> reason.id().equals(IDS + "0101"));
    }

    @Test
    void folderThatMayNotBeListedIsReportedAndTheRestGoesOn() throws IOException {
        fixture.file("closed/a.csv", "a,b\n");
        fixture.file("open/b.csv", "a,b\n");
        fixture.host().behave(new SftpFileSystemAccessor() {
            @Override
            public DirectoryStream<Path> openDirectory(
                    SftpSubsystemProxy subsystem,
                    DirectoryHandle handle,
                    Path directory,
                    String name,
                    LinkOption... options)
                    throws IOException {
                if (directory.endsWith("closed")) {
                    throw new AccessDeniedException(directory.toString());
                }
                return SftpFileSystemAccessor.super.openDirectory(subsystem, handle, directory, name, options);
            }
        });

        RecordingSink sink = fixture.refresh();

        assertThat(sink.items()).containsOnlyKeys(key("/open/b.csv"));
        assertThat(sink.unreadable()).containsOnlyKeys(key("/closed"));
        assertThat(sink.unreadable().get(key("/closed")).id()).isEqualTo(IDS + "0102");
        assertThat(sink.scope(fixture.url("")).isComplete()).isTrue();
    }

    @Test
    void namesThatAreNoTextAreReported() throws IOException {
        fixture.file("good.txt", "x");
        fixture.file("bad.txt", "x");
        tell("bad.txt", NO_TEXT);

        RecordingSink sink = fixture.refresh();

        assertThat(sink.items()).containsOnlyKeys(key("/good.txt"));
        assertThat(sink.unreadable().values()).singleElement().satisfies(reason -> assertThat(reason.id())
                .isEqualTo(IDS + "0105"));
    }

    @Test
    void excludedEntriesAreNotReported() throws IOException {
        fixture.file("sub/good.txt", "x");
        fixture.file("sub/bad.txt", "x");
        tell("bad.txt", NO_TEXT);

        RecordingSink sink = fixture.refresh(
                fixture.connection(fixture.url(""), Map.of("excludeFiles", "sub/bad*", "excludeFolders", "sub/bad*")),
                new RecordingSink());

        assertThat(sink.unreadable()).isEmpty();
        assertThat(sink.items()).hasSize(1);
    }

    @Test
    void namesThatLeadElsewhereAreReported() throws IOException {
        fixture.file("good.txt", "x");
        fixture.file("trap.txt", "x");
        tell("trap.txt", "../../trap.txt".getBytes(StandardCharsets.UTF_8));

        RecordingSink sink = fixture.refresh();

        assertThat(sink.items()).containsOnlyKeys(key("/good.txt"));
        assertThat(sink.unreadable().values()).singleElement().satisfies(reason -> assertThat(reason.id())
                .isEqualTo(IDS + "0122"));
    }

    @Test
    void pipesAreNamedOnceAndNeverOpened() throws IOException, InterruptedException {
        runInDirectory("mkfifo", "pipe.csv");
        FilesIntegratorConnector monitor = fixture.started(fixture.connection());
        RecordingSink sink = new RecordingSink();

        monitor.refresh(sink);
        monitor.refresh(new RecordingSink());

        assertThat(sink.items()).isEmpty();
        assertThat(sink.unreadable()).isEmpty();
        assertThat(sink.scope(fixture.url("")).isComplete()).isTrue();
        assertThat(fixture.context().auditLog().entries(IDS + "0137"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.message().text()).contains(fixture.url("/pipe.csv")));
    }

    @Test
    void fileThatGrowsBeforeItIsLookedIntoKeepsWhatIsCatalogued() throws IOException {
        Path file = fixture.file("a.csv", "a,b\n");
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.equals(key("/a.csv"))) {
                append(file);
            }
        });

        fixture.refresh(fixture.connection(), sink);

        assertThat(sink.items()).isEmpty();
        assertThat(sink.unreadable().get(key("/a.csv")).id()).isEqualTo(IDS + "0130");
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, "1,2\n", StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
