package io.openintegration.daemon.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.ServerName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    private static final byte[] CONTENT = "{\"new\": true}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    @Test
    void newFileIsForItsOwnerOnly() throws IOException {
        Path file = directory.resolve("a.json");

        AtomicFile.write(file, CONTENT);

        assertThat(file).hasBinaryContent(CONTENT);
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void fileThatIsThereKeepsItsPermissions() throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

        AtomicFile.write(file, CONTENT);

        assertThat(permissions(file)).isEqualTo("rw-rw-r--");
    }

    @Test
    void linkStillLeadsToTheFile() throws IOException {
        Path target = Files.writeString(
                Files.createDirectory(directory.resolve("real")).resolve("x"), "{}");
        Path link = Files.createSymbolicLink(directory.resolve("a.json"), target);

        AtomicFile.write(link, CONTENT);

        assertThat(link).isSymbolicLink();
        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void failureLeavesWhatWasThereAndNoDraft() throws IOException {
        Path file = directory.resolve("a.json");
        Files.createDirectories(file.resolve("in the way"));

        assertThatThrownBy(() -> AtomicFile.write(file, CONTENT)).isInstanceOf(IOException.class);

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void draftThatACrashLeftIsNoDocumentAndInNobodysWay() throws IOException {
        ServerName server = new ServerName("a");
        DocumentDirectory documents = new DocumentDirectory(directory);
        Files.writeString(directory.resolve("a.json"), "{}");
        Files.writeString(directory.resolve(".a.json123.draft"), "{\"ha");

        assertThat(documents.servers()).containsExactly(server);
        assertThat(documents.read(server)).isEqualTo("{}");
        documents.save(server, CONTENT);
        assertThat(documents.stored(server)).hasValue(CONTENT);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
