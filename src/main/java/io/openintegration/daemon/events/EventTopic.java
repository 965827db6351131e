package io.openintegration.daemon.events;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.messaging.JmsSender;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.StoreEvent;
import io.openintegration.daemon.metadata.StoreEvents;
import io.openintegration.daemon.metadata.StoreEvents.Placed;
import io.openintegration.daemon.metadata.StoreEvents.Reading;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Publishes what changes in one started metadata server on a topic: the same JSON as over HTTP, and as properties what subscribers
 * may select by. In the order of the events, each at least once: where the messaging engine fails, it is tried again until the
 * server ends. Those that were not kept meanwhile are told by a message {@code gap}. Runs on one thread, which must have no
 * transaction.
 */
public final class EventTopic implements Runnable {

    static final String GAP = "gap";

    private static final int MOST_AT_A_TIME = 500;

    /** So long it takes at the most to notice that it is to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** The longest pause between two attempts, in first pauses. */
    private static final int LONGEST_PAUSE = 64;

    private final ServerName server;
    private final String topic;
    private final StoreEvents events;
    private final AuditLog log;
    private final Duration firstPause;
    private final JmsSender sender;
    private final CountDownLatch ending = new CountDownLatch(1);
    private String place;
    private int failures;

    /**
     * All that changes from now on will be published.
     *
     * @param topic the name that the messaging engine knows it by; made there where it is not known, if the engine does so
     * @param firstPause after a failure; it doubles up to {@value #LONGEST_PAUSE} times as much
     */
    public EventTopic(
            ServerName server,
            String topic,
            StoreEvents events,
            ConnectionFactory connections,
            AuditLog log,
            Duration firstPause) {
        this.server = server;
        this.topic = topic;
        this.events = events;
        this.log = log;
        this.firstPause = firstPause;
        this.sender = new JmsSender(connections, (JMSContext context) -> context.createTopic(topic));
        this.place = events.now();
    }

    /** Publishes until it is to end and everything is sent, or sending failed once more; or until it is interrupted. */
    @Override
    public void run() {
        log.log("start", EventsMessage.TOPIC_OPEN.with(server, topic));
        try {
            Optional<Reading> reading = events.after(place, MOST_AT_A_TIME, PATIENCE);
            while (!isLast(reading)) {
                if (!published(reading) && ending.await(pause().toNanos(), TimeUnit.NANOSECONDS)) {
                    log.log("stop", EventsMessage.EVENTS_LOST.with(server, topic));
                    return;
                }
                reading = events.after(place, MOST_AT_A_TIME, PATIENCE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            sender.close();
        }
    }

    /** Lets it end: when the server has ended, or is to publish somewhere else. */
    public void end() {
        ending.countDown();
    }

    private boolean isLast(Optional<Reading> reading) {
        return reading.filter(read -> read.events().isEmpty())
                .filter(read -> !read.open() || ending.getCount() == 0)
                .isPresent();
    }

    /** Returns whether all was sent; what was is not sent again. */
    private boolean published(Optional<Reading> reading) {
        try {
            if (reading.isPresent()) {
                for (Placed placed : reading.get().events()) {
                    send(placed.event());
                    place = placed.place();
                }
            } else {
                String now = events.now();
                sender.send("{}", producer -> describe(GAP, producer));
                place = now;
            }
            works();
            return true;
        } catch (JMSRuntimeException failure) {
            fails(failure);
            return false;
        }
    }

    private void send(StoreEvent event) {
        sender.send(StoreEventJson.of(event).toString(), producer -> {
            describe(event.kind().name(), producer);
            producer.setProperty("typeName", event.type().value());
            producer.setProperty("guid", event.guid().value());
            producer.setProperty("userId", event.user().value());
        });
    }

    private void describe(String type, JMSProducer producer) {
        producer.setProperty("serverName", server.value());
        producer.setProperty("eventType", type);
    }

    private void works() {
        if (failures > 0) {
            log.log("publish", EventsMessage.TOPIC_BACK.with(server, topic));
        }
        failures = 0;
    }

    private void fails(JMSRuntimeException failure) {
        if (failures == 0) {
            log.log(
                    "publish",
                    EventsMessage.TOPIC_AWAY.with(
                            server, topic, failure.getClass().getName()),
                    failure);
        }
        failures++;
    }

    private Duration pause() {
        return firstPause.multipliedBy(Math.min(LONGEST_PAUSE, 1L << Math.min(failures - 1, Integer.SIZE - 2)));
    }
}
