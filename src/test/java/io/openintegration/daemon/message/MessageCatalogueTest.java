package io.openintegration.daemon.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of all messages, whichever room speaks them. */
class MessageCatalogueTest {

    private static final Pattern ID = Pattern.compile("[A-Z]+(-[A-Z]+)*-(\\d{4}|\\d{3}-\\d{3})");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");
    private static final Pattern ANY_BRACE = Pattern.compile("[{}]");

    static Stream<MessageDefinition> messages() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.openintegration.daemon")
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(MessageDefinition.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(MessageDefinition.class::cast);
    }

    @Test
    void idsAreUnique() {
        List<String> ids = messages().map(MessageDefinition::id).toList();
        assertThat(ids).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    }

    @Test
    void documentationListsEveryMessage() throws IOException {
        Path document = Path.of("docs", "messages.md");
        String expected = MessageDocument.of(messages());
        if (Boolean.getBoolean("messages.write")) {
            Files.writeString(document, expected);
        }
        assertThat(document)
                .as("run this test with -Dmessages.write=true and commit docs/messages.md")
                .content()
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messageIsComplete(MessageDefinition message) {
        MessageText text = message.text();
        assertThat(text.id()).matches(ID);
        assertThat(text.template()).isNotBlank();
        assertThat(text.systemAction()).isNotBlank().endsWith(".");
        assertThat(text.userAction()).isNotBlank().endsWith(".");
        boolean isError = text.id().matches(".*-\\d{3}-\\d{3}");
        assertThat(text.httpCode() != 0)
                .as("an HTTP code goes with an error's id")
                .isEqualTo(isError);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void placeholdersAreNumberedWithoutGaps(MessageDefinition message) {
        String template = message.text().template();
        List<Integer> numbers = PLACEHOLDER
                .matcher(template)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .distinct()
                .sorted()
                .toList();
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(i);
        }
        assertThat(ANY_BRACE
                        .matcher(PLACEHOLDER.matcher(template).replaceAll(""))
                        .find())
                .as("stray braces")
                .isFalse();
    }
}
