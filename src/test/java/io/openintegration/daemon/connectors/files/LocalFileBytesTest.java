package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.connectors.files.content.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileBytesTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(directory.resolve("a.txt"), "0123456789");
    }

    private static String read(Path file, long offset) throws IOException {
        try (InputStream bytes = new LocalFileBytes(file, 10).from(offset)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void readingBeginsAtTheOffset() throws IOException {
        assertThat(read(file, 0)).isEqualTo("0123456789");
        assertThat(read(file, 7)).isEqualTo("789");
    }

    @Test
    void behindTheEndThereIsNothing() throws IOException {
        assertThat(read(file, 10)).isEmpty();
        assertThat(read(file, 1_000)).isEmpty();
    }

    @Test
    void sizeIsTheListedOneWhateverBecameOfTheFile() throws IOException {
        FileBytes bytes = new LocalFileBytes(file, 10);
        Files.writeString(file, "longer than it was before");

        assertThat(bytes.size()).isEqualTo(10);
        assertThat(read(file, 10)).isEqualTo("n it was before");
    }

    @Test
    void fileThatIsGoneIsSaidToBe() {
        assertThatThrownBy(() -> read(directory.resolve("gone"), 0)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void linkThatTookThePlaceOfTheFileIsNotFollowed() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);

        assertThatThrownBy(() -> read(link, 0)).isInstanceOf(IOException.class);
    }

    @Test
    void interruptEndsTheReading() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> read(file, 0)).isInstanceOf(ClosedByInterruptException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
