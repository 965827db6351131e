package io.openintegration.daemon.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.ServerName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void serversAreNamedByTheirFilesInOrder() throws IOException {
        for (String file : List.of("b.json", "a.json", "README.md", ".json", " .json", "..json")) {
            Files.writeString(directory.resolve(file), "{}");
        }

        assertThat(documents().servers()).extracting(ServerName::value).containsExactly(".", "a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "..", "sub/a", "a.json", "A"})
    void noNameLeadsOutOfTheDirectory(String name) throws IOException {
        Files.writeString(directory.resolve("a.json"), "{}");

        assertThat(documents().knows(new ServerName(name))).isFalse();
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        Files.createDirectory(directory.resolve("folder.json"));
        Files.write(directory.resolve("latin.json"), "\"\u00e9\"".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> documents().read(new ServerName("folder")))
                .hasMessageStartingWith("SERVER-CONFIGURATION-500-001 ");
        assertThatThrownBy(() -> documents().read(new ServerName("latin")))
                .hasMessageStartingWith("SERVER-CONFIGURATION-500-001 ");
        assertThatThrownBy(() -> new DocumentDirectory(directory.resolve("nowhere")).servers())
                .hasMessageStartingWith("SERVER-CONFIGURATION-500-001 ");
    }

    private DocumentDirectory documents() {
        return new DocumentDirectory(directory);
    }
}
