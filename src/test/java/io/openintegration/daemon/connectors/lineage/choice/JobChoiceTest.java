package io.openintegration.daemon.connectors.lineage.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openintegration.daemon.connectors.lineage.OpenLineageMonitorProvider;
import io.openintegration.daemon.connectors.lineage.kafka.OpenLineageKafkaReceiverProvider;
import io.openintegration.daemon.connectors.lineage.publish.OpenLineageFilePublisherProvider;
import io.openintegration.daemon.connectors.lineage.publish.OpenLineageHttpPublisherProvider;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.PropertyReader;
import io.openintegration.daemon.testing.FakeLineageIntegratorContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobChoiceTest {

    private static JobChoice choice(Map<String, Object> properties) {
        return JobChoice.of(new PropertyReader(connection("", properties)));
    }

    private static Connection connection(String address, Map<String, Object> properties) {
        return new Connection("any", Optional.of(address), properties, Optional.empty(), Optional.empty(), Map.of());
    }

    private static String of(String namespace, String job) {
        return """
                {"eventTime":"2026-01-31T12:00:00Z","job":{"namespace":"%s","name":"%s"},
                 "outputs":[{"namespace":"elsewhere","name":"d"}]}"""
                .formatted(namespace, job);
    }

    private static String ofDataSet(String namespace) {
        return "{\"eventTime\":\"2026-01-31T12:00:00Z\",\"dataset\":{\"namespace\":\"%s\",\"name\":\"d\"}}"
                .formatted(namespace);
    }

    @Test
    void withoutPatternsEverythingIsAskedFor() {
        assertThat(choice(Map.of()).takesAll()).isTrue();
        assertThat(choice(Map.of()).takes(of("demo", "daily"))).isTrue();
        assertThat(choice(Map.of("excludeJobs", "x")).takesAll()).isFalse();
        assertThat(choice(Map.of("includeNamespaces", "x")).takesAll()).isFalse();
    }

    @Test
    void eventIsChosenByItsJobAndItsNamespaceWhateverDataSetsItNames() {
        JobChoice choice = choice(Map.of(
                "includeJobs",
                "daily*",
                "excludeJobs",
                "*.tmp",
                "includeNamespaces",
                "demo, prod-*",
                "excludeNamespaces",
                List.of("prod-eu")));

        assertThat(choice.takes(of("demo", "daily.sales"))).isTrue();
        assertThat(choice.takes(of("prod-us", "daily"))).isTrue();
        assertThat(choice.takes(of("demo", "weekly"))).isFalse();
        assertThat(choice.takes(of("demo", "daily.tmp"))).isFalse();
        assertThat(choice.takes(of("prod-eu", "daily"))).isFalse();
        assertThat(choice.takes(of("elsewhere", "daily"))).isFalse();
    }

    @Test
    void eventOfADataSetAloneIsChosenByTheDataSetsNamespaceAndHasNoJobThatIsIncluded() {
        assertThat(choice(Map.of("includeNamespaces", "demo")).takes(ofDataSet("demo")))
                .isTrue();
        assertThat(choice(Map.of("includeNamespaces", "demo")).takes(ofDataSet("other")))
                .isFalse();
        assertThat(choice(Map.of("excludeJobs", "*")).takes(ofDataSet("demo"))).isTrue();
        assertThat(choice(Map.of("includeJobs", "*")).takes(ofDataSet("demo"))).isFalse();
    }

    @Test
    void whatIsNoEventIsForOthersToRefuse() {
        assertThat(choice(Map.of("includeJobs", "daily")).takes("{}")).isTrue();
    }

    private static Stream<Arguments> providers() {
        return Stream.of(
                Arguments.of(new OpenLineageMonitorProvider(), "", "OPEN-LINEAGE-CONNECTORS-400-021"),
                Arguments.of(new OpenLineageHttpPublisherProvider(), "http://host", "OPEN-LINEAGE-CONNECTORS-400-102"),
                Arguments.of(new OpenLineageFilePublisherProvider(), "events", "OPEN-LINEAGE-CONNECTORS-400-102"),
                Arguments.of(new OpenLineageKafkaReceiverProvider(), "host:9092", "OPEN-LINEAGE-CONNECTORS-400-102"));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void everyLineageConnectorHasThePropertiesAndRefusesABadPatternByName(
            IntegrationConnectorProvider provider, String address, String messageId) {
        assertThat(provider.configurationProperties())
                .containsKeys("includeJobs", "excludeJobs", "includeNamespaces", "excludeNamespaces");

        Map<String, Object> properties = new HashMap<>(Map.of("topic", "lineage"));
        properties.put("includeJobs", "daily, weekly\\");
        properties.put("excludeNamespaces", List.of("demo\\"));
        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> provider.create(connection(address, properties)))
                .withMessageStartingWith(messageId)
                .withMessageContainingAll("includeJobs has a bad pattern: weekly\\", "excludeNamespaces", "demo\\")
                .matches(failure -> failure.origin() == FailureOrigin.CONFIGURATION);
    }

    @Test
    void leftOutEventsAreToldAtFirstThenOnceAnHourAndAtTheEnd() {
        FakeLineageIntegratorContext context = new FakeLineageIntegratorContext();
        LeftOut leftOut = new LeftOut(context);

        leftOut.add(0, "refresh");
        assertThat(told(context)).isEmpty();
        leftOut.add(2, "refresh");
        leftOut.add(3, "refresh");
        context.clock().advance(Duration.ofMinutes(59));
        leftOut.add(4, "refresh");
        assertThat(told(context)).containsExactly("2");
        context.clock().advance(Duration.ofMinutes(1));
        leftOut.add(0, "refresh");
        assertThat(told(context)).containsExactly("2", "7");
        leftOut.add(5, "refresh");
        leftOut.end();
        leftOut.end();
        assertThat(told(context)).containsExactly("2", "7", "5");
    }

    private static List<String> told(FakeLineageIntegratorContext context) {
        return context.auditLog().entries("OPEN-LINEAGE-CONNECTORS-0103").stream()
                .map(entry -> entry.message().parameters().get(1))
                .toList();
    }
}
