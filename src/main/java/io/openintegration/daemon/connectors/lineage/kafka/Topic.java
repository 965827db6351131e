package io.openintegration.daemon.connectors.lineage.kafka;

import io.openintegration.daemon.connectors.lineage.relay.RelayFailures;
import io.openintegration.daemon.connectors.lineage.relay.RelayMessage;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.HostPort;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.Reach;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic that is read, and the way to it. */
final class Topic {

    /** Of what a broker sends at once; a single message may be larger. */
    private static final int FETCHED_AT_ONCE = 8 * 1024 * 1024;

    private static final int FETCHED_OF_ONE_PARTITION = 2 * 1024 * 1024;
    private static final Duration SESSION = Duration.ofSeconds(10);
    private static final Duration LEAVE_TAKING = Duration.ofSeconds(2);

    private final KafkaSettings settings;
    private final LineageIntegratorContext context;
    private final Reach reach;
    private final KafkaFailures failures;

    Topic(KafkaSettings settings, LineageIntegratorContext context) {
        this.settings = settings;
        this.context = context;
        RelayFailures ofBrokers = new RelayFailures(context.connectorName(), settings.shownBrokers());
        this.reach = new Reach(context.connectionPolicy(), settings.connectTimeout(), ofBrokers);
        this.failures = new KafkaFailures(settings.topic(), group(), ofBrokers);
    }

    KafkaSettings settings() {
        return settings;
    }

    Reach reach() {
        return reach;
    }

    KafkaFailures failures() {
        return failures;
    }

    String name() {
        return settings.topic();
    }

    String group() {
        return settings.group().orElse(context.serverName() + "." + context.connectorName());
    }

    /** Requires that one of the brokers can be connected to, and that all may be. */
    void reachABroker() {
        settings.brokers().forEach(reach::addresses);
        ConnectorException last = null;
        for (HostPort broker : settings.brokers()) {
            try {
                reach.connect(broker);
                return;
            } catch (ConnectorException away) {
                last = away;
            }
        }
        throw last;
    }

    /**
     * A consumer that has connected to nobody yet. Of its settings none is taken over from the document as it stands there.
     *
     * @throws ConnectorException where the settings cannot be used, a trust store that cannot be read for instance
     */
    Consumer<byte[], byte[]> open() {
        Map<String, Object> properties = new HashMap<>(settings.security().properties(context::resolve));
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.shownBrokers());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group());
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, group());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, settings.startFrom());
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchSize());
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED_AT_ONCE);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCHED_OF_ONE_PARTITION);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(settings.requestTimeout()));
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(settings.requestTimeout()));
        properties.put(ConsumerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, millis(settings.connectTimeout()));
        properties.put(ConsumerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, millis(settings.connectTimeout()));
        // a member that was killed keeps the others waiting for so long
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(SESSION));
        // nothing of the client's own is to be told to brokers, or to the JVM's management
        properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, List.of());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // by this one the client, and Java's log-in, look for the client's own classes
        thread.setContextClassLoader(KafkaConsumer.class.getClassLoader());
        try {
            return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException unusable) {
            throw new ConnectorException(
                    FailureOrigin.CONFIGURATION,
                    RelayMessage.BAD_PROPERTIES.with("Kafka's client cannot be made of them ("
                            + KafkaFailures.root(unusable) + "); look at trustStore and its password"),
                    unusable);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static int millis(Duration time) {
        return (int) time.toMillis();
    }

    /**
     * The partitions of the topic, asked of a broker.
     *
     * @throws KafkaException where that fails
     * @throws ConnectorException where there is no such topic, or its brokers are where the daemon may not connect to
     */
    List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        List<PartitionInfo> partitions = consumer.partitionsFor(name(), settings.requestTimeout());
        if (partitions == null || partitions.isEmpty()) {
            throw failures.topicMissing(null);
        }
        partitions.stream()
                .flatMap(partition -> Stream.of(partition.replicas()))
                .filter(node -> node != null && !node.host().isEmpty())
                .map(node -> new HostPort(node.host(), node.port()))
                .distinct()
                .forEach(reach::addresses);
        return partitions.stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    /** Leaves the group and closes all connections, within seconds, also where the thread was interrupted. */
    void close(Consumer<byte[], byte[]> consumer) {
        boolean interrupted = Thread.interrupted();
        try {
            consumer.close(CloseOptions.timeout(LEAVE_TAKING));
        } catch (KafkaException failure) {
            context.auditLog()
                    .log(
                            "disconnect",
                            KafkaMessage.NOT_CLOSED.with(context.connectorName(), KafkaFailures.root(failure)));
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
