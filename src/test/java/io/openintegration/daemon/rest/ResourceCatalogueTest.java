package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.access.OpenOperations;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of all operations, whichever resource they belong to. */
class ResourceCatalogueTest {

    static Stream<Operation> operations() {
        return ResourceCatalogue.operations().stream();
    }

    @Test
    void everySpellingIsFound() {
        assertThat(operations().map(Operation::toString))
                .contains(
                        "GET /api/v1/servers/{server}/audit-log",
                        "POST /servers/{serverName}/open-metadata/integration-daemon/users/{userId}/refresh",
                        "POST /servers/{serverName}/open-metadata/integration-daemon/users/{userId}/integration-connectors/refresh",
                        "GET /servers/{serverName}/open-metadata/integration-daemon/users/{userId}/integration-service/{serviceURLMarker}/restart",
                        "GET /servers/{anyName}/platform-services/users/{userId}/server-platform/servers/active",
                        "GET /open-metadata/platform-services/users/{userId}/server-platform/servers/active")
                .doesNotHaveDuplicates();
    }

    @Test
    void expressionsOfPathsAreReadAsWhatTheyAllow() {
        assertThat(UriTemplate.spellings("a/{b:(?:users/[^/]+/)?}c{d:s?}/{e:[0-9]{3}}/{f}"))
                .extracting(Object::toString)
                .containsExactly(
                        "/a/users/{userId}/cs/{e}/{f}", "/a/users/{userId}/c/{e}/{f}", "/a/cs/{e}/{f}", "/a/c/{e}/{f}");
    }

    @Test
    void documentationListsTheRoleOfEveryOperation() throws IOException {
        Path document = Path.of("docs", "roles.md");
        String expected = RoleTable.of(operations().toList());
        if (Boolean.getBoolean("roles.write")) {
            Files.writeString(document, expected);
        }
        assertThat(document)
                .as("run this test with -Droles.write=true, look at what changed, and commit docs/roles.md")
                .content()
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationNamesARoleOrIsOpenInSoManyWords(Operation operation) {
        assertThat(operation.role())
                .as("give %s a @Permits: without it, it is refused to everybody", operation.code())
                .isPresent();
    }

    @Test
    void openOperationsAreKnownBeforeTheyAreFound() {
        assertThat(operations()
                        .filter(operation -> operation.role().equals(Optional.of(Operation.OPEN)))
                        .map(Operation::toString))
                .containsExactlyInAnyOrderElementsOf(OpenOperations.TEMPLATES);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void parametersAreText(Operation operation) {
        assertThat(Stream.of(operation.code().getParameters()).filter(place -> Stream.of(place.getAnnotations())
                        .anyMatch(annotation ->
                                annotation.annotationType().getSimpleName().endsWith("Param"))))
                .as("JAX-RS answers 404 where it cannot convert a value: take text, and read it with QueryValue")
                .extracting(Parameter::getType)
                .allMatch(type -> List.of(String.class, List.class).contains(type));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void queryParametersBelongToOperations(Operation operation) {
        for (Class<?> type = operation.resource(); type != null; type = type.getSuperclass()) {
            assertThat(type.getDeclaredFields())
                    .as("a query parameter in a field would be one of every operation of the class")
                    .noneMatch(field -> field.isAnnotationPresent(QueryParam.class));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void typesOfBodiesAreNamedByTheAnnotationOfOurOwn(Operation operation) {
        assertThat(Stream.of(operation.code(), operation.resource()))
                .as("take BodyTypes: what @Consumes means to a request without a type depends on the server")
                .noneMatch(place -> place.isAnnotationPresent(Consumes.class));
        assertThat(operation.takesBody() || operation.bodyTypes().isEmpty())
                .as("only what reads a body has types of bodies")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void optionsAreAnsweredByTheServer(Operation operation) {
        assertThat(operation.method()).as("RoleFilter lets OPTIONS pass").isNotEqualTo("OPTIONS");
    }
}
