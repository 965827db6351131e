package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.spi.Connection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileSelectionTest {

    private static FileSelection selection(Map<String, Object> properties) {
        Connection connection = new MonitorFixture(Path.of("")).connection(properties);
        return FilesSettings.of(connection).selection();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.csv | a.csv | true",
                "*.csv | deep/down/a.csv | true",
                "*.csv | a.csv.tmp | false",
                "a?.csv | ab.csv | true",
                "*.{csv,tsv} | x/a.tsv | true",
                "in/*.csv | in/a.csv | true",
                "in/*.csv | in/deep/a.csv | false",
                "in/**.csv | in/deep/a.csv | true",
                "in/*.csv | other/in/a.csv | false",
                "**/in/*.csv | other/in/a.csv | true",
                "**/in/*.csv | in/a.csv | true",
                "**/*.csv | a.csv | true",
                "[a-c]*.csv | b1.csv | true",
                "\\*.csv | *.csv | true",
                "\\*.csv | a.csv | false"
            })
    void patternsWithoutASlashMeanNamesAndThoseWithOneWholePaths(String pattern, String path, boolean matches) {
        assertThat(PathPattern.of(pattern).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a", "a\\", "/a", "a/"})
    void badPatternsAreRefused(String pattern) {
        assertThatThrownBy(() -> PathPattern.of(pattern)).isInstanceOf(PatternSyntaxException.class);
    }

    @Test
    void nameThatIsNoPathMatchesNothing() {
        assertThat(PathPattern.of("*").matches("a\0b")).isFalse();
    }

    @Test
    void everythingIsTakenByDefault() {
        FileSelection all = selection(Map.of());

        assertThat(all.takesAll()).isTrue();
        assertThat(all.takesFile(".a/.b")).isTrue();
        assertThat(all.takesFolder(".git")).isTrue();
    }

    @Test
    void commasWithinBracesDoNotSeparatePatterns() {
        FileSelection selection = selection(Map.of("includeFiles", " *.{csv,tsv}, [,]x ,,*.json"));

        assertThat(selection.includeFiles())
                .extracting(PathPattern::toString)
                .containsExactly("*.{csv,tsv}", "[,]x", "*.json");
    }

    @Test
    void listsAndTextsMeanTheSame() {
        FileSelection list = selection(Map.of("excludeFiles", List.of("*.tmp", "*.bak")));
        FileSelection text = selection(Map.of("excludeFiles", "*.tmp,*.bak"));

        for (FileSelection selection : List.of(list, text)) {
            assertThat(selection.takesFile("a/b.tmp")).isFalse();
            assertThat(selection.takesFile("b.bak")).isFalse();
            assertThat(selection.takesFile("b.csv")).isTrue();
        }
    }

    @Test
    void exclusionGoesBeforeInclusion() {
        FileSelection selection = selection(Map.of("includeFiles", "*.csv", "excludeFiles", "secret*"));

        assertThat(selection.takesFile("a.csv")).isTrue();
        assertThat(selection.takesFile("secret.csv")).isFalse();
        assertThat(selection.takesFile("a.txt")).isFalse();
    }

    @Test
    void hiddenIsWhatBeginsWithADot() {
        FileSelection selection = selection(Map.of("includeHidden", false));

        assertThat(selection.takesFile("a/.b")).isFalse();
        assertThat(selection.takesFile("a/b.")).isTrue();
        assertThat(selection.takesFolder(".git")).isFalse();
    }

    @Test
    void limitsAreReadFromFiguresAndTexts() {
        Connection connection = new MonitorFixture(Path.of(""))
                .connection(Map.of(
                        "maximumFileSize",
                        0,
                        "maximumBytesInside",
                        "65536",
                        "maximumRowsInside",
                        5L,
                        "maximumSecondsInside",
                        " 7 "));

        assertThat(FilesSettings.of(connection).limits())
                .satisfies(limits -> assertThat(limits.fileSize()).isZero())
                .satisfies(limits -> assertThat(limits.bytes()).isEqualTo(65_536))
                .satisfies(limits -> assertThat(limits.rows()).isEqualTo(5))
                .satisfies(limits -> assertThat(limits.time()).hasSeconds(7));
    }
}
