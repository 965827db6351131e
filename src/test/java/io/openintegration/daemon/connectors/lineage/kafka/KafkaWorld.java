package io.openintegration.daemon.connectors.lineage.kafka;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.LineageIntegratorConnector;
import io.openintegration.daemon.testing.KafkaBroker;
import io.openintegration.daemon.testing.TcpProxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker that all tests share, and a topic of each test's own. */
final class KafkaWorld implements AutoCloseable {

    private static final AtomicReference<TcpProxy> CABLE = new AtomicReference<>();
    private static final KafkaBroker BROKER = KafkaBroker.start(port -> {
        CABLE.set(new TcpProxy("127.0.0.1", port));
        return CABLE.get().port();
    });

    private final String topic = "lineage-" + UUID.randomUUID();
    private final Admin admin = BROKER.admin();
    private final Producer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", BROKER.address()), new ByteArraySerializer(), new ByteArraySerializer());

    KafkaWorld() {
        get(admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all());
    }

    static KafkaBroker broker() {
        return BROKER;
    }

    static TcpProxy cable() {
        return CABLE.get();
    }

    Admin admin() {
        return admin;
    }

    String topic() {
        return topic;
    }

    /** The group that {@link #properties} name: one that was left by a cut cable keeps no other test waiting. */
    String group() {
        return topic;
    }

    /** Each outage is found out within seconds. */
    Map<String, Object> properties() {
        return new HashMap<>(Map.of(
                "topic", topic, "consumerGroup", topic, "connectTimeout", 2, "requestTimeout", 2, "outageLimit", 2));
    }

    /** A receiver behind the cable that has not begun. */
    LineageIntegratorConnector receiver() {
        return receiver("127.0.0.1:" + cable().port(), properties(), Optional.empty(), Map.of());
    }

    static LineageIntegratorConnector receiver(
            String address, Map<String, Object> properties, Optional<String> account, Map<String, String> secured) {
        return receiver(address, properties, account, account.map(any -> KafkaBroker.PASSWORD), secured);
    }

    static LineageIntegratorConnector receiver(
            String address,
            Map<String, Object> properties,
            Optional<String> account,
            Optional<String> password,
            Map<String, String> secured) {
        return (LineageIntegratorConnector) new OpenLineageKafkaReceiverProvider()
                .create(new Connection(
                        OpenLineageKafkaReceiverProvider.class.getName(),
                        Optional.of(address),
                        properties,
                        account,
                        password,
                        secured));
    }

    void produce(List<String> events) {
        events.forEach(event -> produce(event.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns at which offset it stands. */
    long produce(byte[] message) {
        return get(producer.send(new ProducerRecord<>(topic, message))).offset();
    }

    /** How far the group has told that it has read; 0 where it has told nothing. */
    long committed(String group) {
        OffsetAndMetadata offset = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .get(partition());
        return offset == null ? 0 : offset.offset();
    }

    long end() {
        Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends =
                get(admin.listOffsets(Map.of(partition(), OffsetSpec.latest())).all());
        return ends.get(partition()).offset();
    }

    Set<String> topics() {
        return get(admin.listTopics().names());
    }

    private TopicPartition partition() {
        return new TopicPartition(topic, 0);
    }

    static <T> T get(java.util.concurrent.Future<T> coming) {
        try {
            return coming.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T get(org.apache.kafka.common.KafkaFuture<T> coming) {
        return get((java.util.concurrent.Future<T>) coming.toCompletionStage().toCompletableFuture());
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
