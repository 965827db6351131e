package io.openintegration.daemon.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameChoiceTest {

    private static NameChoice choice(List<String> include, List<String> exclude) {
        return new NameChoice(patterns(include), patterns(exclude));
    }

    private static List<NamePattern> patterns(List<String> globs) {
        return globs.stream().map(NamePattern::of).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "sales, sales, true",
        "sales, Sales, false",
        "sales*, sales_2026, true",
        "s?les, sales, true",
        "s?les, sles, false",
        "*, '', true",
        "**, anything, true",
        "a.c, abc, false",
        "a.*, a.b.c, true",
        "'[a-z]', a, false",
        "100\\%\\*, 100%*, true",
        "100\\*, 1000, false"
    })
    void globsMatchWholeNames(String glob, String name, boolean matches) {
        assertThat(NamePattern.of(glob).matches(name)).isEqualTo(matches);
        assertThat(NamePattern.of(glob)).hasToString(glob);
    }

    @Test
    void backslashAtTheEndIsNoGlob() {
        assertThatExceptionOfType(PatternSyntaxException.class)
                .isThrownBy(() -> NamePattern.of("sales\\"))
                .withMessageContaining("nothing follows the backslash");
    }

    @Test
    void withoutPatternsEveryNameIsTaken() {
        assertThat(choice(List.of(), List.of()).takesAll()).isTrue();
        assertThat(choice(List.of(), List.of()).takes("anything")).isTrue();
        assertThat(choice(List.of("*"), List.of()).takesAll()).isFalse();
        assertThat(choice(List.of(), List.of("x")).takesAll()).isFalse();
    }

    @Test
    void whatIsExcludedIsNotTakenAlthoughItIsIncluded() {
        NameChoice choice = choice(List.of("sales*", "crm"), List.of("*_old"));

        assertThat(Stream.of("sales", "sales_old", "crm", "hr").filter(choice::takes))
                .containsExactly("sales", "crm");
    }

    @Test
    void patternWithADotSpeaksOfTheOuterNameToo() {
        NameChoice choice = choice(List.of(), List.of("audit.*", "tmp_*"));

        assertThat(choice.takes("audit", "events")).isFalse();
        assertThat(choice.takes("sales", "events")).isTrue();
        assertThat(choice.takes("sales", "tmp_1")).isFalse();
    }

    private enum Property implements ConnectorProperty {
        INCLUDE,
        EXCLUDE;

        @Override
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String meaning() {
            return "-";
        }
    }

    @Test
    void propertiesAreListsOrTextsWithCommas() {
        PropertyReader reader = reader(Map.of("include", List.of("a*", "b"), "exclude", " ab , ac "));

        NameChoice choice = reader.choice(Property.INCLUDE, Property.EXCLUDE);

        assertThat(Stream.of("aa", "ab", "ac", "b", "c").filter(choice::takes)).containsExactly("aa", "b");
        assertThat(reader.mistakes()).isEmpty();
    }

    @Test
    void badPatternIsAMistakeThatNamesPropertyAndPattern() {
        PropertyReader reader = reader(Map.of("include", "a,b\\", "exclude", List.of("c\\")));

        reader.choice(Property.INCLUDE, Property.EXCLUDE);

        assertThat(reader.mistakes())
                .containsExactly(
                        "include has a bad pattern: b\\ (nothing follows the backslash)",
                        "exclude has a bad pattern: c\\ (nothing follows the backslash)");
    }

    private static PropertyReader reader(Map<String, Object> properties) {
        return new PropertyReader(
                new Connection("any", Optional.empty(), properties, Optional.empty(), Optional.empty(), Map.of()));
    }
}
