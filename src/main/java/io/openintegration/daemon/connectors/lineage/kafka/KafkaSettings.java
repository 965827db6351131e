package io.openintegration.daemon.connectors.lineage.kafka;

import io.openintegration.daemon.connectors.lineage.choice.JobChoice;
import io.openintegration.daemon.connectors.lineage.relay.RelayMessage;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.HostPort;
import io.openintegration.daemon.spi.PropertyReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the connection of a receiver asks for.
 *
 * @param choice of the events
 * @param brokers those that are asked for the others; at least one
 * @param group empty: the usual one
 * @param startFrom {@code earliest} or {@code latest}
 */
record KafkaSettings(
        JobChoice choice,
        List<HostPort> brokers,
        String topic,
        Optional<String> group,
        String startFrom,
        int batchSize,
        KafkaSecurity security,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration outageLimit) {

    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");
    private static final List<String> STARTS = List.of("earliest", "latest");
    private static final String FORM = "host:port of one or more brokers, with commas between them";

    KafkaSettings {
        brokers = List.copyOf(brokers);
    }

    /**
     * @throws ConnectorException {@code OPEN-LINEAGE-CONNECTORS-400-102} with all mistakes, where properties are wrong, {@code -400-103}
     *     where the address cannot be used
     */
    static KafkaSettings of(Connection connection) {
        PropertyReader reader = new PropertyReader(connection);
        KafkaSettings settings = new KafkaSettings(
                JobChoice.of(reader),
                brokers(connection),
                topic(reader),
                connection.property(KafkaProperty.CONSUMER_GROUP.wireName()),
                start(reader),
                reader.number(KafkaProperty.BATCH_SIZE, 1, 1_000, 200),
                KafkaSecurity.of(connection, reader),
                Duration.ofSeconds(reader.number(KafkaProperty.CONNECT_TIMEOUT, 1, 300, 10)),
                Duration.ofSeconds(reader.number(KafkaProperty.REQUEST_TIMEOUT, 1, 600, 30)),
                Duration.ofSeconds(reader.number(KafkaProperty.OUTAGE_LIMIT, 1, 3_600, 60)));
        List<String> mistakes = new ArrayList<>(reader.mistakes());
        connection.configurationProperties().keySet().stream()
                .filter(name -> name.contains("."))
                .forEach(
                        name -> mistakes.add(
                                name
                                        + " is a property of Kafka's own client: these are not passed on, since some of them are as good as a program"));
        if (!mistakes.isEmpty()) {
            throw new ConnectorException(
                    FailureOrigin.CONFIGURATION, RelayMessage.BAD_PROPERTIES.with(String.join("; ", mistakes)));
        }
        return settings;
    }

    private static List<HostPort> brokers(Connection connection) {
        List<HostPort> brokers = new ArrayList<>();
        for (String text : connection.endpointAddress().orElse("").split(",", -1)) {
            brokers.add(HostPort.parse(text.strip())
                    .filter(broker -> broker.port().isPresent())
                    .orElseThrow(() ->
                            new ConnectorException(FailureOrigin.CONFIGURATION, RelayMessage.BAD_ADDRESS.with(FORM))));
        }
        return brokers;
    }

    private static String topic(PropertyReader reader) {
        String topic = reader.value(KafkaProperty.TOPIC)
                .map(Object::toString)
                .orElse("")
                .strip();
        if (!TOPIC.matcher(topic).matches()) {
            reader.mistake(KafkaProperty.TOPIC, "is missing, or no name of a topic");
        }
        return topic;
    }

    private static String start(PropertyReader reader) {
        String start = reader.value(KafkaProperty.START_FROM)
                .map(value -> value.toString().strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .orElse("earliest");
        if (!STARTS.contains(start)) {
            reader.mistake(KafkaProperty.START_FROM, "is neither earliest nor latest");
        }
        return start;
    }

    /** For operators, and for Kafka. */
    String shownBrokers() {
        return brokers.stream().map(HostPort::toString).collect(Collectors.joining(","));
    }
}
