package io.openintegration.daemon.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openintegration.daemon.rest.Operation;
import io.openintegration.daemon.rest.ResourceCatalogue;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {

    private static final Path DOCUMENT = Path.of("src/main/resources/META-INF/openapi.json");
    private static final List<Operation> OPERATIONS = ResourceCatalogue.operations();

    @Test
    void documentIsUpToDate() throws IOException {
        String expected =
                new OpenApiDocument(Path.of("src/main/openapi/openapi.yaml"), Path.of("src/main/java")).of(OPERATIONS);
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(DOCUMENT)
                .as("run this test with -Dopenapi.write=true, and commit %s", DOCUMENT)
                .content()
                .isEqualTo(expected);
    }

    @Test
    void documentIsValid() throws IOException {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(Files.readString(DOCUMENT), null, options);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths()).hasSizeGreaterThan(100);
    }

    @Test
    void everyOperationIsDescribedAndNothingElseIs() throws IOException {
        JsonNode paths = new ObjectMapper().readTree(DOCUMENT.toFile()).path("paths");

        assertThat(OPERATIONS).allSatisfy(operation -> {
            JsonNode described =
                    paths.path(operation.path()).path(operation.method().toLowerCase(Locale.ROOT));
            assertThat(described.path("summary").asText()).isNotBlank();
            assertThat(described.path("parameters").findValuesAsText("name"))
                    .containsAll(operation.pathParameters())
                    .containsAll(operation.queryParameters().keySet())
                    .doesNotHaveDuplicates();
            assertThat(described.has("requestBody")).isEqualTo(operation.takesBody());
        });
        assertThat(paths.findValuesAsText("operationId"))
                .hasSameSizeAs(OPERATIONS)
                .doesNotHaveDuplicates();
    }
}
