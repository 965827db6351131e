package io.openintegration.daemon.connectors.lineage.kafka;

import io.openintegration.daemon.connectors.lineage.choice.LeftOut;
import io.openintegration.daemon.spi.ConnectionTest;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.LineageIntegratorConnector;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.Refresh;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Receives OpenLineage events from a topic of Kafka, on a thread of its own, and hands them to the connectors of the daemon that take
 * events in. It takes in none itself.
 *
 * <p>{@link #start} and {@link #engage} throw {@link ConnectorException} of origin {@code CONFIGURATION} where a network is refused
 * ({@code OPEN-LINEAGE-CONNECTORS-400-101}), the account is not accepted ({@code -401-101}) or lacks a right ({@code -403-101}), or there
 * is no such topic ({@code -404-201}); of origin {@code THIRD_PARTY} where no broker answers ({@code -503-101}) or what they answer makes
 * no sense ({@code -502-101}). An outage that ends before {@code outageLimit} is waited for.
 */
final class OpenLineageKafkaReceiver implements LineageIntegratorConnector {

    private final KafkaSettings settings;
    private final AtomicReference<Consumer<byte[], byte[]>> open = new AtomicReference<>();
    private volatile boolean ended;
    private volatile LineageIntegratorContext context;
    private volatile Topic topic;
    private volatile LeftOut leftOut;

    OpenLineageKafkaReceiver(KafkaSettings settings) {
        this.settings = settings;
    }

    @Override
    public void initialize(LineageIntegratorContext lineageContext) {
        context = lineageContext;
        topic = new Topic(settings, lineageContext);
        leftOut = new LeftOut(lineageContext);
    }

    @Override
    public void start() {
        topic.reachABroker();
        with(consumer -> topic.partitions(consumer));
        context.auditLog()
                .log(
                        "start",
                        KafkaMessage.RECEIVING.with(
                                context.connectorName(), settings.shownBrokers(), topic.name(), topic.group()));
    }

    @Override
    public void engage() {
        with(consumer -> {
            consumer.subscribe(List.of(topic.name()));
            TopicReading reading = new TopicReading(topic, consumer, context, leftOut);
            while (!ended && !Thread.currentThread().isInterrupted()) {
                context.heartbeat();
                reading.readSome();
            }
        });
    }

    /** Not called: it is engaged. */
    @Override
    public void refresh(Refresh refresh) {
        throw new ConnectorException(FailureOrigin.CONNECTOR, KafkaMessage.NOT_REFRESHED.with(context.connectorName()));
    }

    private void with(java.util.function.Consumer<Consumer<byte[], byte[]>> work) {
        Consumer<byte[], byte[]> consumer = topic.open();
        open.set(consumer);
        try {
            if (!ended) {
                work.accept(consumer);
            }
        } catch (WakeupException | InterruptException told) {
            // nobody waits for what was under way; it is read again
            if (!ended && !Thread.currentThread().isInterrupted()) {
                throw topic.failures().of(told);
            }
        } catch (KafkaException failure) {
            throw topic.failures().of(failure);
        } finally {
            open.set(null);
            topic.close(consumer);
        }
    }

    @Override
    public Optional<ConnectionTest> connectionTest() {
        return Optional.of(new KafkaConnectionTest(topic, context));
    }

    /** Ends what waits for brokers, at once. */
    @Override
    public void disconnect() {
        ended = true;
        Consumer<byte[], byte[]> waiting = open.get();
        if (waiting != null) {
            waiting.wakeup();
        }
        leftOut.end();
    }
}
