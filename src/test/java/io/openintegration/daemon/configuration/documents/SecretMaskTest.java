package io.openintegration.daemon.configuration.documents;

import static io.openintegration.daemon.configuration.documents.DocumentFixture.connector;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.daemon;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.json;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.Placeholders;
import io.openintegration.daemon.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clearPassword\": \"s3cr3t\"}",
                "{\"encryptedPassword\": \"s3cr3t\"}",
                "{\"localServerPassword\": \"s3cr3t\"}",
                "{\"securedProperties\": {\"harmless\": \"s3cr3t\", \"deep\": {\"list\": [\"s3cr3t\"]}}}",
                "{\"configurationProperties\": {\"api_key\": \"s3cr3t\"}}",
                "{\"configurationProperties\": {\"apiKey\": \"s3cr3t\"}}",
                "{\"configurationProperties\": {\"Bearer-Token\": \"s3cr3t\"}}",
                "{\"configurationProperties\": {\"deep\": [{\"client.secret\": \"s3cr3t\"}]}}",
                "{\"configurationProperties\": {\"sasl.jaas.config\": \"module required password='s3cr3t'\"}}",
                "{\"configurationProperties\": {\"credentials\": {\"user\": \"u\", \"value\": \"s3cr3t\"}}}",
                "{\"configurationProperties\": {\"privateKey\": \"s3cr3t ~{x}~\"}}",
                "{\"endpoint\": {\"address\": \"jdbc:postgresql://h/d?user=u&password=s3cr3t&ssl=true\"}}",
                "{\"endpoint\": {\"address\": \"https://user:s3cr3t@host/path\"}}",
                "{\"endpoint\": {\"address\": \"jdbc:sqlserver://h;user=u;Password=s3cr3t;x=y\"}}",
                "{\"configurationProperties\": {\"secretsStorePassword\": \"s3cr3t\"}}",
                "{\"configurationProperties\": {\"smtp.pass\": \"s3cr3t\", \"HTTPAuthorization\": \"s3cr3t\"}}",
                "{\"configurationProperties\": {\"accountKey\": \"s3cr3t\", \"shared-key\": \"s3cr3t\"}}",
                "{\"configurationProperties\": {\"bearer\": \"s3cr3t\", \"signature\": \"s3cr3t\"}}",
                "{\"endpoint\": {\"address\": \"https://user:a@s3cr3t@host/path\"}}",
                "{\"endpoint\": {\"address\": \"ftp://u:s3cr3t@h and ftp://u:s3cr3t@h\"}}",
                "{\"endpoint\": {\"address\": \"https://user:4711s3cr3t@host/path\"}}",
                "{\"endpoint\": {\"address\": \"https://user:a/s3cr3t@host/path\"}}",
                "{\"endpoint\": {\"address\": \"https://host/path?pass=s3cr3t\"}}",
                "{\"endpoint\": {\"address\": \"https://s3cr3t@host/path\"}}",
                "{\"endpoint\": {\"address\": \"HTTP://s3cr3t@host:9080,https://s3cr3t@[::1]:9443/a@b\"}}",
                "{\"endpoint\": {\"address\": \"https://me@example.com:s3cr3t@host/path\"}}",
                "{\"endpoint\": {\"address\": \"https://s3cr3t:@host/path\"}}",
                "{\"endpoint\": {\"address\": \"https://me@s3cr3t@host/path\"}}",
                "{\"configurationProperties\": {\"repository\": \"git+https://s3cr3t@host/repository.git\"}}",
                "{\"configurationProperties\": {\"list\": [\"jdbc:x:https://~{user}~s3cr3t@host\"]}}",
                "{\"endpoint\": {\"address\": \"jdbc:x://h;password={a;s3cr3t};x=y\"}}",
                "{\"endpoint\": {\"address\": \"jdbc:x://h;password=a,s3cr3t\"}}",
                "{\"endpoint\": {\"address\": \"jdbc:x://h;password=a s3cr3t\"}}",
                "{\"endpoint\": {\"address\": \"jdbc:oracle:thin:scott/s3cr3t@//h:1521/x\"}}",
                "{\"configurationProperties\": {\"json\": \"{\\\"a\\\": {\\\"password\\\": \\\"s3cr3t\\\"}}\"}}",
            })
    void secretsNeverLeave(String document) {
        ObjectNode masked = SecretMask.masked(json(document));

        assertThat(masked.toString()).doesNotContain("s3cr3t").contains("********");
        ObjectNode back = masked.deepCopy();
        assertThat(MaskReturn.restore(back, json(document))).isEmpty();
        assertThat(back).isEqualTo(json(document));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clearPassword\": \"~{db.password}~\"}",
                "{\"clearPassword\": \"\", \"encryptedPassword\": null}",
                "{\"securedProperties\": {\"a\": \"~{x}~~{y}~\"}}",
                "{\"secretsStoreProvider\": \"x.Y\", \"configurationProperties\": {\"secretsCollectionName\": \"c\"}}",
                "{\"configurationProperties\": {\"keyPattern\": \"k\", \"user\": \"u\", \"passwordRequired\": true}}",
                "{\"endpoint\": {\"address\": \"jdbc:postgresql://h/d?password=~{db.password}~\"}}",
                "{\"endpoint\": {\"address\": \"https://host:9443/a?b=c@d\"}}",
                "{\"endpoint\": {\"address\": \"https://host/a@b:c@d\"}}",
                "{\"endpoint\": {\"address\": \"https://~{token}~@host/path\"}}",
                "{\"endpoint\": {\"address\": \"sftp://landing@host/in\"}}",
                "{\"endpoint\": {\"address\": \"ssh://git@host:2222/repository\"}}",
                "{\"endpoint\": {\"address\": \"jdbc:mysql://user@host:3306/d\"}}",
                "{\"endpoint\": {\"address\": \"git@host:a/repository.git, mailto:me@example.com\"}}",
            })
    void whatIsNoSecretIsShown(String document) {
        assertThat(SecretMask.masked(json(document))).isEqualTo(json(document));
    }

    @Test
    void thousandsOfPlaceholdersAreNoSecret() {
        ObjectNode document = DocumentJson.object().put("clearPassword", "~{x}~".repeat(20_000));

        assertThat(SecretMask.masked(document)).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "://a:",
                "https://a",
                "https://a@",
                "thin:/",
                "thin:a/@",
                "password=",
                "a b=",
                "\"a\"",
                "~{",
                "://@:1"
            })
    @Timeout(60)
    void longTextDoesNotTakeLong(String part) {
        ObjectNode document = DocumentJson.object().put("endpoint", "@" + part.repeat(1_000_000 / part.length()));

        assertThat(SecretMask.masked(document).has("endpoint")).isTrue();
    }

    @Test
    void passwordOfDigitsIsNoPort() {
        assertThat(SecretMask.masked("ftp://u:4711@h")).isEqualTo("ftp://u:********@h");
        assertThat(SecretMask.masked("ftp://h:4711 u@h")).isEqualTo("ftp://h:4711 u@h");
    }

    @Test
    void numberInASecretPlaceIsASecret() {
        ObjectNode document = json("{\"clearPassword\": 4711}");

        assertThat(SecretMask.masked(document).toString()).doesNotContain("4711");
        ObjectNode back = SecretMask.masked(document);
        MaskReturn.restore(back, document);
        assertThat(back).isEqualTo(document);
    }

    @Test
    void masksFindTheirSecretsByTheNamesOfConnectorsAndServices() {
        ObjectNode stored = json(daemon(secret("A", "a-secret") + "," + secret("B", "b-secret")));
        ObjectNode swapped = SecretMask.masked(json(daemon(secret("B", "x") + "," + secret("A", "y"))));

        assertThat(MaskReturn.restore(swapped, stored)).isEmpty();

        assertThat(swapped).isEqualTo(json(daemon(secret("B", "b-secret") + "," + secret("A", "a-secret"))));
    }

    @Test
    void maskFollowsAConnectorIntoAnotherService() {
        ObjectNode stored = json(daemon(secret("A", "a-secret")));
        ObjectNode moved = SecretMask.masked(
                json("{\"integrationServicesConfig\": [" + service("database-integrator", secret("A", "x")) + "]}"));

        assertThat(MaskReturn.restore(moved, stored)).isEmpty();

        assertThat(moved.toString()).contains("a-secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"clearPassword": "********"}                       | {"clearPassword": ""}
                    {"clearPassword": "********"}                       | {}
                    {"organizationName": "********"}                    | {"organizationName": "Coco"}
                    {"securedProperties": {"a": "********"}}            | {"securedProperties": {"b": "x"}}
                    {"url": "https://u:********@other"}                 | {"url": "https://u:x@host"}
                    """)
    void maskWithoutAStoredSecretIsAMistakeWithItsPlace(String document, String stored) {
        List<Message> mistakes = MaskReturn.restore(json(document), json(stored));

        assertThat(mistakes).singleElement().asString().startsWith("SERVER-CONFIGURATION-400-052 $.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"url\": \"https://new\"", "\"displayName\": \"twin\", \"url\": \"https://new\""})
    void elementThatNothingIdentifiesGetsNoSecretOfAnother(String changed) {
        ObjectNode stored = json("{\"list\": [{\"displayName\": \"twin\", \"clearPassword\": \"a\"},"
                + " {\"displayName\": \"twin\", \"clearPassword\": \"b\"}]}");
        ObjectNode sent = json("{\"list\": [{" + changed + ", \"clearPassword\": \"********\"}]}");

        assertThat(MaskReturn.restore(sent, stored))
                .singleElement()
                .asString()
                .startsWith("SERVER-CONFIGURATION-400-052 $.list[0]");
    }

    @Test
    void resolvedDocumentShowsSettingsButNoSecrets() {
        Map<String, String> settings = Map.of("host", "db.example", "db_password", "s3cr3t");
        ObjectNode document = json(
                """
                {"endpoint": {"address": "jdbc://~{host}~"}, "clearPassword": "~{db_password}~", "x": "~{db_password}~",
                 "y": "~{nothing}~", "n": 1}
                """);

        ObjectNode resolved =
                SecretMask.resolved(document, new Placeholders(name -> Optional.ofNullable(settings.get(name))));

        assertThat(resolved)
                .isEqualTo(
                        json(
                                """
                                {"endpoint": {"address": "jdbc://db.example"}, "clearPassword": "********", "x": "********",
                                 "y": "~{nothing}~", "n": 1}
                                """));
    }

    private static String secret(String name, String secret) {
        return connector(name, ", \"clearPassword\": \"" + secret + "\"");
    }
}
