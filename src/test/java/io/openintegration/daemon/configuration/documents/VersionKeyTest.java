package io.openintegration.daemon.configuration.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionKeyTest {

    private static final byte[] DOCUMENT = "{}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void prepare() {
        file = directory.resolve("history").resolve("key");
    }

    @Test
    void versionIsTheSameAfterARestart() {
        DocumentVersion version = key().versionOf(DOCUMENT);

        assertThat(key().versionOf(DOCUMENT)).isEqualTo(version);
        assertThat(version.value()).matches("[0-9a-f]{64}");
    }

    @Test
    void versionDiffersFromPlatformToPlatform() {
        assertThat(key().versionOf(DOCUMENT))
                .isNotEqualTo(new VersionKey(directory.resolve("other")).versionOf(DOCUMENT));
    }

    @Test
    void onlyTheOwnerCanReadTheKey() throws IOException {
        key().versionOf(DOCUMENT);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
    }

    @Test
    void threadsThatNeedTheKeyFirstGetTheSameOne() throws Exception {
        VersionKey key = key();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<DocumentVersion> use = () -> key.versionOf(DOCUMENT);
            List<Future<DocumentVersion>> versions =
                    threads.invokeAll(Stream.generate(() -> use).limit(8).toList());

            for (Future<DocumentVersion> version : versions) {
                assertThat(version.get()).isEqualTo(key().versionOf(DOCUMENT));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "c2hvcnQ=", "not base64 at all: ?"})
    void keyThatIsNoneIsNotReplaced(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);

        assertThatThrownBy(() -> key().versionOf(DOCUMENT))
                .hasMessageStartingWith("SERVER-CONFIGURATION-500-001 " + file);
        assertThat(file).hasContent(content);
    }

    @Test
    void keyThatCannotBeReachedIsNotReplaced() throws IOException {
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, directory.resolve("not mounted"));

        assertThatThrownBy(() -> key().versionOf(DOCUMENT)).hasMessageStartingWith("SERVER-CONFIGURATION-500-001 ");
        assertThat(file).isSymbolicLink();
    }

    @Test
    void keyThatCannotBeKeptIsNotUsed() throws IOException {
        Files.writeString(file.getParent(), "in the way");

        assertThatThrownBy(() -> key().versionOf(DOCUMENT)).hasMessageStartingWith("SERVER-CONFIGURATION-500-00");
    }

    private VersionKey key() {
        return new VersionKey(file);
    }
}
