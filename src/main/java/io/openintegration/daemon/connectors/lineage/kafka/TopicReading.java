package io.openintegration.daemon.connectors.lineage.kafka;

import io.openintegration.daemon.connectors.lineage.choice.LeftOut;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.LineageReceipt;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads the topic, a batch at a time. First the events are stored, then the broker is told so: what a kill comes between is read again, and
 * the inboxes know it. What is no event is skipped. While events cannot be stored nothing is read; the batch is forgotten here, and read
 * again later. Events that the configuration does not ask for are not stored. For one thread.
 */
final class TopicReading {

    private static final Duration ONE_POLL = Duration.ofSeconds(1);

    /** How long a pause lasts until it is tried again. */
    private static final int POLLS_OF_A_PAUSE = 5;

    /** Of one batch so many are told one by one, so that a topic of something else does not fill the audit log. */
    static final int MOST_TOLD = 10;

    private static final LineageReceipt NOTHING_TO_STORE = LineageReceipt.nothing(LineageReceipt.Outcome.STORED);

    private final Topic topic;
    private final Consumer<byte[], byte[]> consumer;
    private final LineageIntegratorContext context;
    private final LeftOut leftOut;
    private final Silence silence;
    private int pollsToPause;
    private boolean held;
    private long skipped;

    TopicReading(Topic topic, Consumer<byte[], byte[]> consumer, LineageIntegratorContext context, LeftOut leftOut) {
        this.topic = topic;
        this.consumer = consumer;
        this.context = context;
        this.leftOut = leftOut;
        this.silence = new Silence(consumer);
    }

    /**
     * Waits for events, no longer than a second where there are none.
     *
     * @throws KafkaException where brokers do not let it, or none was heard of for longer than the limit
     */
    void readSome() {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(ONE_POLL);
        if (silence.look() >= topic.settings().outageLimit().toSeconds()) {
            // asked for something that only a broker knows: throws where none answers
            consumer.endOffsets(
                    Set.of(new TopicPartition(topic.name(), 0)),
                    topic.settings().requestTimeout());
            silence.over();
        }
        if (!records.isEmpty()) {
            take(records);
        } else if (pollsToPause > 0 && --pollsToPause == 0) {
            consumer.resume(consumer.paused());
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        List<ConsumerRecord<byte[], byte[]>> readable = new ArrayList<>();
        List<String> events = new ArrayList<>();
        Map<ConsumerRecord<byte[], byte[]>, String> bad = new TreeMap<>(TopicReading::compare);
        int others = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Optional<String> text = text(record.value());
            if (text.isPresent() && !topic.settings().choice().takes(text.get())) {
                others++;
            } else if (text.isPresent()) {
                readable.add(record);
                events.add(text.get());
            } else {
                bad.put(record, record.value() == null ? "it is empty" : "it is no text in UTF-8");
            }
        }
        LineageReceipt receipt = events.isEmpty() ? NOTHING_TO_STORE : context.accept(events);
        switch (receipt.outcome()) {
            case STORED -> {
                receipt.refused().forEach((place, reason) -> bad.put(readable.get(place), reason.text()));
                stored(records, bad);
                leftOut.add(others, "engage");
            }
            case FULL -> pause(records, KafkaMessage.HELD_FULL.with(context.connectorName()));
            case UNCLAIMED -> pause(records, KafkaMessage.HELD_UNCLAIMED.with(context.connectorName()));
        }
    }

    private static int compare(ConsumerRecord<byte[], byte[]> one, ConsumerRecord<byte[], byte[]> other) {
        int byPartition = Integer.compare(one.partition(), other.partition());
        return byPartition == 0 ? Long.compare(one.offset(), other.offset()) : byPartition;
    }

    private static Optional<String> text(byte[] value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString());
        } catch (CharacterCodingException none) {
            return Optional.empty();
        }
    }

    private void stored(ConsumerRecords<byte[], byte[]> records, Map<ConsumerRecord<byte[], byte[]>, String> bad) {
        if (held) {
            held = false;
            log(KafkaMessage.GOES_ON.with(context.connectorName()));
        }
        skip(bad);
        try {
            consumer.commitSync(records.nextOffsets(), topic.settings().requestTimeout());
        } catch (CommitFailedException | RebalanceInProgressException | TimeoutException missed) {
            log(KafkaMessage.NOT_COMMITTED.with(
                    context.connectorName(), topic.name(), missed.getClass().getSimpleName()));
        }
    }

    private void skip(Map<ConsumerRecord<byte[], byte[]>, String> bad) {
        long told = 0;
        for (Map.Entry<ConsumerRecord<byte[], byte[]>, String> one : bad.entrySet()) {
            skipped++;
            if (++told <= MOST_TOLD) {
                ConsumerRecord<byte[], byte[]> record = one.getKey();
                log(KafkaMessage.SKIPPED.with(
                        context.connectorName(),
                        topic.name(),
                        record.partition(),
                        record.offset(),
                        one.getValue(),
                        skipped));
            }
        }
        if (told > MOST_TOLD) {
            log(KafkaMessage.MORE_SKIPPED.with(context.connectorName(), topic.name(), told - MOST_TOLD, skipped));
        }
    }

    /** Polling goes on, or the group would be told that this member is gone. */
    private void pause(ConsumerRecords<byte[], byte[]> records, Message why) {
        if (!held) {
            held = true;
            log(why);
        }
        for (TopicPartition partition : records.partitions()) {
            consumer.seek(partition, records.records(partition).get(0).offset());
        }
        consumer.pause(consumer.assignment());
        pollsToPause = POLLS_OF_A_PAUSE;
    }

    private void log(Message message) {
        context.auditLog().log("engage", message);
    }
}
