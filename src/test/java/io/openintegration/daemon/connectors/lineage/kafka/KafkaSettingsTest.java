package io.openintegration.daemon.connectors.lineage.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSettingsTest {

    private static KafkaSettings settings(String address, Map<String, Object> properties, Optional<String> account) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putIfAbsent("topic", "lineage");
        return KafkaSettings.of(
                new Connection("any", Optional.of(address), all, account, account.map(any -> "s3cr3t"), Map.of()));
    }

    private static KafkaSettings settings(Map<String, Object> properties) {
        return settings("broker:9092", properties, Optional.empty());
    }

    @Test
    void defaultsAreThoseThatAreTold() {
        KafkaSettings settings = settings(Map.of());

        assertThat(settings.group()).isEmpty();
        assertThat(settings.startFrom()).isEqualTo("earliest");
        assertThat(settings.batchSize()).isEqualTo(200);
        assertThat(settings.security().protocol()).isEqualTo("PLAINTEXT");
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.outageLimit()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void accountIsNotSentInClearUnlessSaidSo() {
        assertThat(settings("broker:9092", Map.of(), Optional.of("ann"))
                        .security()
                        .protocol())
                .isEqualTo("SASL_SSL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sasl.jaas.config",
                "sasl.login.callback.handler.class",
                "interceptor.classes",
                "metric.reporters",
                "config.providers",
                "ssl.engine.factory.class",
                "sasl.oauthbearer.token.endpoint.url",
                "group.id"
            })
    void propertiesOfKafkasOwnAreRefusedByNameAndNotByValue(String name) {
        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> settings(Map.of(name, "com.sun.security.auth.module.JndiLoginModule")))
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-400-102")
                .withMessageContaining(name)
                .matches(failure -> failure.origin() == FailureOrigin.CONFIGURATION)
                .matches(failure -> !failure.getMessage().contains("JndiLoginModule"));
    }

    @Test
    void passwordCannotNameAnotherLoginModule() {
        KafkaSecurity security = new KafkaSecurity(
                "SASL_SSL",
                "PLAIN",
                Optional.of("ann"),
                Optional.of("x\"; com.sun.security.auth.module.JndiLoginModule required y=\"\\"),
                Optional.empty(),
                Optional.empty());

        assertThat(security.properties(Path::of))
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"ann\""
                                + " password=\"x\\\"; com.sun.security.auth.module.JndiLoginModule required y=\\\"\\\\\";");
        assertThat(security.toString()).doesNotContain("Jndi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "broker", "broker:0", "broker:70000", "kafka://broker:9092", "broker:9092,", "a b:1"})
    void addressThatIsNoneIsAMistakeOfTheConfiguration(String address) {
        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> settings(address, Map.of(), Optional.empty()))
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-400-103");
    }

    @Test
    void brokersMayBeSeveralAndOfEitherFamily() {
        assertThat(settings("one:9092, [::1]:9093", Map.of(), Optional.empty()).shownBrokers())
                .isEqualTo("one:9092,[::1]:9093");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> settings(Map.of(
                        "topic", "no topic",
                        "startFrom", "yesterday",
                        "batchSize", 0,
                        "securityProtocol", "SASL_SSL",
                        "saslMechanism", "GSSAPI")))
                .withMessageContainingAll(
                        "topic is missing",
                        "startFrom is neither",
                        "batchSize is no",
                        "needs userId",
                        "saslMechanism is none");
    }
}
