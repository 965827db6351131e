package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.openintegration.daemon.access.OpenOperations;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every operation says who may use it, and docs/roles.md says the same. */
class OperationRulesTest {

    private static final java.nio.file.Path DOCUMENT = java.nio.file.Path.of("docs", "roles.md");

    private static final String INTRODUCTION =
            """
            # Roles by operation

            Who may use which operation. Generated from the code by `OperationRulesTest`; do not edit. An administrator may all
            that an operator may, an operator all that a viewer may. Where a path has `{userId}`, it must be the caller, or the
            caller must hold the role delegate as well. [security.md](security.md) tells more.

            | operation | who |
            |---|---|
            """;

    /** One operation of a resource. */
    private record Operation(String httpMethod, Method method) {

        String template() {
            return httpMethod + " " + path(method.getDeclaringClass()) + path(method);
        }

        List<String> rules() {
            return Stream.of(
                            method.isAnnotationPresent(OpenToAll.class) ? "everybody, without login" : null,
                            method.isAnnotationPresent(PermitsEveryCaller.class) ? "every caller" : null,
                            method.isAnnotationPresent(Permits.class)
                                    ? method.getAnnotation(Permits.class)
                                            .value()
                                            .roleName()
                                    : null)
                    .filter(rule -> rule != null)
                    .toList();
        }

        private static String path(AnnotatedElement element) {
            Path path = element.getAnnotation(Path.class);
            return path == null ? "" : "/" + path.value().replaceAll("^/|/$", "");
        }
    }

    @Test
    void everyOperationHasExactlyOneRule() {
        assertThat(operations()).hasSizeGreaterThan(20).allSatisfy(operation -> assertThat(operation.rules())
                .as(operation.template())
                .hasSize(1));
    }

    @Test
    void openOperationsAreKnownBeforeTheyAreFound() {
        assertThat(operations()
                        .filter(operation -> operation.method().isAnnotationPresent(OpenToAll.class))
                        .map(Operation::template)
                        .map(template -> template.replaceAll("\\{(\\w+)[^}]*}", "{$1}")))
                .containsExactlyInAnyOrderElementsOf(OpenOperations.TEMPLATES);
    }

    @Test
    void documentationTellsTheRuleOfEveryOperation() throws IOException {
        TreeMap<String, String> rules = operations()
                .collect(Collectors.toMap(
                        operation -> operation.template(),
                        operation -> String.join(", ", operation.rules()),
                        (one, other) -> one + ", " + other,
                        TreeMap::new));
        String expected = INTRODUCTION
                + rules.entrySet().stream()
                        .map(rule -> "| `" + rule.getKey().replace("|", "\\|") + "` | " + rule.getValue() + " |\n")
                        .collect(Collectors.joining());
        if (Boolean.getBoolean("roles.write")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(DOCUMENT)
                .as("run this test with -Droles.write=true, look at the change, and commit docs/roles.md")
                .content()
                .isEqualTo(expected);
    }

    private static Stream<Operation> operations() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.openintegration.daemon.rest")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .flatMap(method -> Arrays.stream(method.getAnnotations())
                                .map(Annotation::annotationType)
                                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                                .map(type -> new Operation(
                                        type.getAnnotation(HttpMethod.class).value(), method)));
    }
}
