package io.openintegration.daemon.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/connector-authors.md quotes is what compiles. */
class QuotedExampleTest {

    private static final Pattern QUOTE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path SOURCES = Path.of("src/test/java/io/openintegration/daemon/example");

    @Test
    void quotedCodeIsTheExamplesOwn() throws IOException {
        String sources = sources();
        String guide = Files.readString(Path.of("docs", "connector-authors.md"));

        assertThat(QUOTE.matcher(guide).results().map(MatchResult::group).map(QuotedExampleTest::code))
                .isNotEmpty()
                .allSatisfy(quoted -> assertThat(sources).contains(quoted));
    }

    private static String code(String block) {
        return block.substring("```java\n".length(), block.length() - "```".length());
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(QuotedExampleTest::read).collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
