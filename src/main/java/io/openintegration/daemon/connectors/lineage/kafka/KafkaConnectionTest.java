package io.openintegration.daemon.connectors.lineage.kafka;

import io.openintegration.daemon.connectors.lineage.relay.RelayMessage;
import io.openintegration.daemon.spi.ConnectionTest;
import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestSteps;
import io.openintegration.daemon.spi.ConnectionTestSteps.Result;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Tries in steps whether a topic can be read. Kafka's client encrypts and logs in by itself, when it is asked for something: so it is asked
 * once, and what came of that is told as several steps. It joins no group, and no offset is committed.
 */
final class KafkaConnectionTest implements ConnectionTest {

    private final Topic topic;
    private final LineageIntegratorContext context;

    KafkaConnectionTest(Topic topic, LineageIntegratorContext context) {
        this.topic = topic;
        this.context = context;
    }

    @Override
    public void run(java.util.function.Consumer<ConnectionTestStep> told) {
        String shown = topic.settings().shownBrokers();
        ConnectionTestSteps steps = new ConnectionTestSteps(shown, context.clock(), told);
        // made of the configuration, or else there would be no connector to ask
        steps.take(Kind.CONFIGURATION, shown, () -> {});
        if (!topic.reach().tryInSteps(steps, topic.settings().brokers())) {
            steps.skip(Kind.TLS, Kind.LOG_IN, Kind.RIGHT, Kind.SAMPLE_READ);
            return;
        }
        Consumer<byte[], byte[]> consumer;
        try {
            consumer = topic.open();
        } catch (ConnectorException unusable) {
            steps.take(Kind.TLS, shown, () -> {
                throw unusable;
            });
            steps.skip(Kind.LOG_IN, Kind.RIGHT, Kind.SAMPLE_READ);
            return;
        }
        try {
            read(steps, consumer);
        } finally {
            topic.close(consumer);
        }
    }

    private void read(ConnectionTestSteps steps, Consumer<byte[], byte[]> consumer) {
        String shown = topic.settings().shownBrokers();
        Optional<RuntimeException> failure = ask(consumer);
        if (!steps.take(Kind.TLS, shown, () -> encryption(failure))) {
            steps.skip(Kind.LOG_IN, Kind.RIGHT, Kind.SAMPLE_READ);
            return;
        }
        if (!topic.settings().security().hasAccount()) {
            steps.skip(Kind.LOG_IN);
        } else if (!steps.take(
                Kind.LOG_IN,
                topic.settings().security().account().orElse(shown),
                () -> require(failure.filter(AuthenticationException.class::isInstance)))) {
            steps.skip(Kind.RIGHT, Kind.SAMPLE_READ);
            return;
        }
        boolean readable = steps.take(Kind.RIGHT, "topic " + topic.name(), () -> require(failure));
        if (!readable) {
            steps.skip(Kind.SAMPLE_READ);
            return;
        }
        steps.take(
                Kind.RIGHT,
                "group " + topic.group(),
                () -> calling(() -> consumer.committed(
                        new HashSet<>(topic.partitions(consumer)),
                        topic.settings().requestTimeout())));
        steps.take(Kind.SAMPLE_READ, "topic " + topic.name(), () -> calling(() -> sample(consumer)));
    }

    private Optional<RuntimeException> ask(Consumer<byte[], byte[]> consumer) {
        try {
            topic.partitions(consumer);
            return Optional.empty();
        } catch (KafkaException | ConnectorException failure) {
            return Optional.of(failure);
        }
    }

    /** A broker that expects another kind of connection hangs up, or says nothing that the client understands. */
    private Result encryption(Optional<RuntimeException> failure) {
        require(failure.filter(
                cause -> cause instanceof SslAuthenticationException || cause instanceof TimeoutException));
        return topic.settings().security().isEncrypted()
                ? Result.PASSED
                : Result.warning(RelayMessage.NOT_ENCRYPTED.with(
                        context.connectorName(), topic.settings().shownBrokers()));
    }

    private void sample(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = topic.partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        consumer.poll(topic.settings().connectTimeout().dividedBy(2));
    }

    private void calling(Runnable call) {
        try {
            call.run();
        } catch (KafkaException failure) {
            throw topic.failures().of(failure);
        }
    }

    private void require(Optional<RuntimeException> failure) {
        if (failure.isPresent()) {
            throw failure.get() instanceof KafkaException kafka
                    ? topic.failures().of(kafka)
                    : (ConnectorException) failure.get();
        }
    }
}
