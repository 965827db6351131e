package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.access.UserNotAuthorizedException;
import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.platform.ServerUnavailableException;
import io.openintegration.daemon.runtime.RequestRefusedException;
import io.openintegration.daemon.runtime.RuntimeMessage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EgeriaFailureTest {

    private final DaemonException unknown =
            new RequestRefusedException(RuntimeMessage.UNKNOWN_CONNECTOR.with("Nobody", "daemon"));

    @ParameterizedTest
    @EnumSource(Generation.class)
    void everyFieldOfThePeerIsThere(Generation generation) {
        JsonNode json = json(generation, unknown);

        assertThat(json.path("class").asText()).isEqualTo("VoidResponse");
        assertThat(json.path("relatedHTTPCode").asInt()).isEqualTo(400);
        assertThat(json.path("actionDescription").asText()).isEqualTo("restartConnectors");
        assertThat(json.path("exceptionErrorMessage").asText()).startsWith("INTEGRATION-DAEMON-SERVICES-400-031 ");
        assertThat(json.path("exceptionErrorMessageId").asText()).isEqualTo("INTEGRATION-DAEMON-SERVICES-400-031");
        assertThat(json.path("exceptionErrorMessageParameters")).hasSize(2);
        assertThat(json.path("exceptionSystemAction").asText()).isNotBlank();
        assertThat(json.path("exceptionUserAction").asText()).isNotBlank();
        assertThat(json.at("/exceptionProperties/parameterName").asText()).isEqualTo("connectorName");
    }

    @Test
    void exceptionsAreNamedAsEachGenerationNamesThem() {
        assertThat(json(Generation.USERS_PATH, unknown)
                        .path("exceptionClassName")
                        .asText())
                .isEqualTo("org.odpi.openmetadata.frameworks.connectors.ffdc.InvalidParameterException");
        assertThat(json(Generation.ADMINISTRATION, unknown)
                        .path("exceptionClassName")
                        .asText())
                .isEqualTo("org.odpi.openmetadata.adminservices.ffdc.exception.OMAGInvalidParameterException");
        JsonNode current = json(Generation.CURRENT, unknown);
        assertThat(current.path("exceptionClassName").asText())
                .isEqualTo("org.odpi.openmetadata.frameworks.openmetadata.ffdc.InvalidParameterException");
        assertThat(current.path("exceptionSubclassName").asText()).endsWith(".InvalidParameterException");
        assertThat(current.path("requestId").asText()).isEqualTo("r1");
    }

    @Test
    void onlyTheCurrentGenerationKnowsRequestIds() {
        assertThat(json(Generation.USERS_PATH, unknown).has("requestId")).isFalse();
        assertThat(json(Generation.USERS_PATH, unknown).has("exceptionSubclassName"))
                .isFalse();
    }

    @Test
    void refusalNamesTheUser() {
        JsonNode json =
                json(Generation.CURRENT, new UserNotAuthorizedException(new UserId("viewer"), new UserId("garygeeke")));

        assertThat(json.path("relatedHTTPCode").asInt()).isEqualTo(403);
        assertThat(json.path("exceptionClassName").asText()).endsWith(".UserNotAuthorizedException");
        assertThat(json.at("/exceptionProperties/userId").asText()).isEqualTo("viewer");
    }

    @Test
    void serverThatCannotServeIsNamed() {
        JsonNode json = json(
                Generation.USERS_PATH,
                new ServerUnavailableException(MetadataMessage.SERVICE_NOT_IN_SERVER.with(
                        "Integration Daemon Services", new ServerName("store"), new UserId("viewer"))));

        assertThat(json.path("relatedHTTPCode").asInt()).isEqualTo(404);
        assertThat(json.path("exceptionClassName").asText()).endsWith(".PropertyServerException");
        assertThat(json.at("/exceptionProperties/serverName").asText()).isEqualTo("daemon");
    }

    @Test
    void causeIsNamedByItsClassAlone() {
        JsonNode json = failure(Generation.CURRENT)
                .json(ExceptionFamily.PROPERTY_SERVER, unknown.reason(), new IllegalStateException("secret"));

        assertThat(json.path("exceptionCausedBy").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(json.toString()).doesNotContain("secret");
    }

    @Test
    void parameterIsKnownForMistakesInRequests() {
        assertThat(List.of(
                        RestMessage.BAD_PARAMETER.with("wait", "soon", "a number"),
                        RestMessage.UNKNOWN_FIELD.with("nmae"),
                        RestMessage.BODY_NOT_JSON.with(1, 2),
                        MetadataMessage.SERVER_NOT_AVAILABLE.with("s", "u")))
                .extracting(reason -> ParameterInError.of(reason).orElseThrow())
                .containsExactly("wait", "nmae", "requestBody", "serverName");
    }

    private static JsonNode json(Generation generation, DaemonException failure) {
        return failure(generation).json(ExceptionFamily.of(failure), failure.reason(), failure.getCause());
    }

    private static EgeriaFailure failure(Generation generation) {
        return new EgeriaFailure(
                new FamilyOperation("VoidResponse", generation, "restartConnectors", false),
                Optional.of(new UserId("viewer")),
                Optional.of("daemon"),
                "r1");
    }
}
