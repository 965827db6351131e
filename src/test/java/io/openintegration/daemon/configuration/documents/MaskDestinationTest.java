package io.openintegration.daemon.configuration.documents;

import static io.openintegration.daemon.configuration.documents.DocumentFixture.CONNECTOR;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.daemon;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.json;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A masked secret that comes back goes only where it went before. */
class MaskDestinationTest {

    private static final String STORED =
            """
            {"class": "VirtualConnection", "displayName": "Orders",
             "connectorType": {"displayName": "JDBC", "connectorProviderClassName": "x.Y"},
             "endpoint": {"displayName": "Orders' database", "protocol": "jdbc",
                          "address": "jdbc:postgresql://~{host}~/orders?user=u&password=inner"},
             "configurationProperties": {"interval": 5, "documentation": "none", "databaseURL": "https://u:pw@db",
                                         "hosts": ["a", "b"]},
             "userId": "u", "clearPassword": "s3cr3t", "securedProperties": {"key": "s3cr3t", "url": "https://vault"},
             "embeddedConnections": [{"displayName": "E", "embeddedConnection": {
                 "connectorType": {"connectorProviderClassName": "x.Z"}, "endpoint": {"networkAddress": "queue"},
                 "encryptedPassword": "s3cr3t"}}]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /                                  | displayName                | "Other"
                    /                                  | description                | "see https://wiki"
                    /                                  | userId                     | "other"
                    /                                  | clearPassword              | "new"
                    /connectorType                     | displayName                | "Other"
                    /connectorType                     | qualifiedName              | "Other"
                    /endpoint                          | displayName                | "Other"
                    /configurationProperties           | interval                   | 6
                    /configurationProperties           | documentation              | null
                    /configurationProperties           | additional                 | {"a": [1, "b"]}
                    /configurationProperties           | databaseURL                | "https://u:pw@db"
                    /securedProperties                 | key                        | "new"
                    /embeddedConnections/0             | position                   | 7
                    """)
    void whatIsNoAddressMayChange(String place, String field, String value) {
        ObjectNode sent = masked();
        object(sent, place).set(field, value(value));
        ObjectNode expected = json(STORED);
        object(expected, place).set(field, value(value));

        assertThat(restore(sent)).isEmpty();
        assertThat(sent).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /endpoint                                     | address                    | "jdbc:postgresql://evil/orders"
                    /endpoint                                     | address                    | "jdbc:postgresql://evil/orders?user=u&password=********"
                    /endpoint                                     | address                    | "jdbc:postgresql://~{host}~/orders?user=u&password=new"
                    /endpoint                                     | address                    | null
                    /endpoint                                     | address                    | 5
                    /endpoint                                     | address                    | ["evil"]
                    /endpoint                                     | address                    | {"evil": "evil"}
                    /endpoint                                     | networkAddress             | "evil"
                    /endpoint                                     | protocol                   | "http"
                    /endpoint                                     | encryptionMethod           | "none"
                    /endpoint                                     | additionalProperties       | {"proxy": "evil"}
                    /                                             | endpoint                   | "evil"
                    /                                             | endpoint                   | null
                    /                                             | endpoint                   | [{"address": "evil"}]
                    /                                             | endpoint                   | {"address": "evil"}
                    /                                             | connectorType              | null
                    /                                             | connectorType              | {"connectorProviderClassName": "x.Evil"}
                    /connectorType                                | connectorProviderClassName | "x.Evil"
                    /connectorType                                | connectorProviderClassName | ["x.Y"]
                    /configurationProperties                      | databaseURL                | "https://u:pw@evil"
                    /configurationProperties                      | hosts                      | ["a", "evil"]
                    /configurationProperties                      | hosts                      | "evil"
                    /configurationProperties                      | proxyServer                | "evil"
                    /configurationProperties                      | documentation              | "https://evil"
                    /securedProperties                            | url                        | "https://evil"
                    /embeddedConnections/0/embeddedConnection     | endpoint                   | {"networkAddress": "evil"}
                    /embeddedConnections/0/embeddedConnection     | connectorType              | {"connectorProviderClassName": "x.Evil"}
                    /                                             | embeddedConnections        | []
                    """)
    void maskDoesNotGoToANewAddressOrProvider(String place, String field, String value) {
        ObjectNode sent = masked();
        object(sent, place).set(field, value(value));

        List<Message> mistakes = restore(sent);

        assertThat(mistakes).isNotEmpty().anySatisfy(mistake -> assertThat(mistake.toString())
                .startsWith("SERVER-CONFIGURATION-400-060 $.connection.clearPassword"));
        assertThat(sent.toString()).doesNotContain("s3cr3t").doesNotContain("inner");
    }

    @Test
    void refusalNamesEachMaskAndWhatLeadsElsewhere() {
        ObjectNode sent = masked();
        object(sent, "/endpoint").put("address", "jdbc:postgresql://evil/orders");

        assertThat(restore(sent))
                .extracting(Message::parameters)
                .containsExactly(
                        List.of("$.connection.configurationProperties.databaseURL", "$.connection.endpoint.address"),
                        List.of("$.connection.clearPassword", "$.connection.endpoint.address"),
                        List.of("$.connection.securedProperties.key", "$.connection.endpoint.address"),
                        List.of("$.connection.securedProperties.url", "$.connection.endpoint.address"),
                        List.of(
                                "$.connection.embeddedConnections[0].embeddedConnection.encryptedPassword",
                                "$.connection.endpoint.address"));
    }

    @Test
    void secretGivenAnewGoesAnywhere() {
        ObjectNode sent =
                json(STORED.replace("s3cr3t", "new").replace("inner", "new").replace("~{host}~", "other"));

        assertThat(restore(sent)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thin:a/b@evil:1521/x", "jdbc:x://evil;password={a;b}", "x?password={a&host=evil"})
    void addressThatIsMaskedAsAWholeIsNotTakenForAnother(String address) {
        ObjectNode stored = json(
                """
                {"connection": {"endpoint": {"address": "thin:scott/tiger@good:1521/x"}, "clearPassword": "s3cr3t"}}
                """);
        ObjectNode sent = SecretMask.masked(stored);
        assertThat(MaskReturn.restore(SecretMask.masked(stored), stored)).isEmpty();
        object(sent, "/connection/endpoint").put("address", address);

        assertThat(MaskReturn.restore(sent, stored)).singleElement().asString().contains("-400-060");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"connection": {"embeddedConnections": [
                 {"displayName": "A", "embeddedConnection": {"endpoint": {"address": "a"}, "clearPassword": "s3cr3t"}},
                 {"displayName": "B", "embeddedConnection": {"endpoint": {"address": "b"}, "clearPassword": "s3cr3t"}}]}}
                """,
                """
                {"connection": {"configurationProperties": {"targets": [
                 {"displayName": "A", "url": "a", "password": "s3cr3t"}, {"displayName": "B", "url": "b", "password": "s3cr3t"}]}}}
                """,
                """
                {"configurationProperties": {}, "integrationServicesConfig": [{"integrationConnectorConfigs": [
                 {"connectorName": "A", "connection": {"endpoint": {"address": "a"}, "clearPassword": "s3cr3t"}},
                 {"connectorName": "B", "connection": {"endpoint": {"address": "b"}, "clearPassword": "s3cr3t"}}]}]}
                """
            })
    void elementsThatSwapNamesDoNotGetEachOthersSecrets(String document) {
        ObjectNode sent = SecretMask.masked(json(
                document.replace("\"A\"", "\"C\"").replace("\"B\"", "\"A\"").replace("\"C\"", "\"B\"")));

        assertThat(MaskReturn.restore(sent, json(document))).hasSize(2).allSatisfy(mistake -> assertThat(mistake.id())
                .isEqualTo("SERVER-CONFIGURATION-400-060"));
    }

    @Test
    void renamedConnectorHasNoStoredSecret() {
        ObjectNode stored = json(daemon(section("A", "good")));
        ObjectNode sent = SecretMask.masked(json(daemon(section("B", "good"))));

        assertThat(MaskReturn.restore(sent, stored))
                .singleElement()
                .asString()
                .startsWith("SERVER-CONFIGURATION-400-052 ");
    }

    @Test
    void destinationOfTheAuditLogIsAConnectionToo() {
        String document =
                """
                {"repositoryServicesConfig": {"auditLogConnections": [{"qualifiedName": "Q",
                 "endpoint": {"address": "good"}, "securedProperties": {"a": "s3cr3t"}}]}}
                """;
        ObjectNode sent = SecretMask.masked(json(document.replace("good", "evil")));

        assertThat(MaskReturn.restore(sent, json(document)))
                .singleElement()
                .asString()
                .startsWith(
                        "SERVER-CONFIGURATION-400-060 $.repositoryServicesConfig.auditLogConnections[0].securedProperties.a");
    }

    @Test
    void movedConnectionIsRefusedAndOthersAreNot(@TempDir Path root) throws IOException {
        DocumentFixture fixture = new DocumentFixture(root);
        fixture.given(daemon(section("A", "good") + "," + section("B", "good")));
        ObjectNode sent = SecretMask.masked(fixture.get().content());
        object(sent, "/integrationServicesConfig/0/integrationConnectorConfigs/1/connection/endpoint")
                .put("address", "evil");
        String before = fixture.stored();

        assertThat(problems(catchThrowableOfType(ConfigurationException.class, () -> fixture.replace(sent))))
                .singleElement()
                .asString()
                .contains("-400-060", "[1].connection.clearPassword", "[1].connection.endpoint.address");
        assertThat(fixture.stored()).isEqualTo(before);

        fixture.change(ConnectorEdits.endpoint(CONNECTOR, "elsewhere"));
        assertThat(fixture.stored())
                .as("the command for addresses is an administrator's word")
                .contains("elsewhere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    , "clearPassword": "s3cr3t"                                        | true
                    , "encryptedPassword": "s3cr3t"                                    | true
                    , "clearPassword": "~{db.password}~"                               | true
                    , "securedProperties": {"a": "s3cr3t"}                             | true
                    , "configurationProperties": {"list": [{"api-key": 4711}]}         | true
                    , "configurationProperties": {"url": "https://u:s3cr3t@h"}         | true
                    , "endpoint": {"address": "https://u:new@h"}                       | false
                    , "clearPassword": "", "securedProperties": {}                     | false
                    , "configurationProperties": {"passwordRequired": true, "x": "y"}  | false
                    """)
    void connectionThatHoldsSecretsIsKnown(String inConnection, boolean expected) {
        ObjectNode document = json(daemon(DocumentFixture.connector("A", inConnection)));

        assertThat(ConnectorEdits.holdsSecrets(document, CONNECTOR)).isEqualTo(expected);
    }

    private static String section(String name, String address) {
        return DocumentFixture.connector(
                name, ", \"endpoint\": {\"address\": \"" + address + "\"}, \"clearPassword\": \"s3cr3t\"");
    }

    private static ObjectNode masked() {
        return SecretMask.masked(json(STORED));
    }

    private static List<Message> restore(ObjectNode connection) {
        ObjectNode sent = json("{}");
        sent.set("connection", connection);
        ObjectNode stored = json("{}");
        stored.set("connection", json(STORED));
        return MaskReturn.restore(sent, stored);
    }

    private static ObjectNode object(ObjectNode root, String place) {
        return (ObjectNode) (place.equals("/") ? root : root.at(place));
    }

    private static JsonNode value(String text) {
        return ((ArrayNode) json("{\"x\": [" + text + "]}").path("x")).get(0);
    }
}
