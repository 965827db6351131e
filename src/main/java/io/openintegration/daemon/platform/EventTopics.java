package io.openintegration.daemon.platform;

import io.openintegration.daemon.events.EventTopic;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.StoreEvents;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The topics on which the started metadata access stores publish their changes: a thread for each. */
@ApplicationScoped
public class EventTopics {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** What is left to be sent when a store has ended is sent in this time, or not at all. */
    private static final Duration LONGEST_END = Duration.ofSeconds(2);

    private final Map<ServerName, Publication> publications = new ConcurrentHashMap<>();

    @Resource
    private ManagedThreadFactory threads;

    @Resource(lookup = "jms/daemon/audit-cf")
    private ConnectionFactory connections;

    private record Publication(EventTopic topic, Thread thread) {}

    /**
     * Has what changes from now on published.
     *
     * @param topic in place of the one before; empty for none
     */
    void publish(ServerName server, Optional<String> topic, StoreEvents events, AuditLog log) {
        end(server);
        topic.ifPresent(name -> {
            EventTopic publishing = new EventTopic(server, name, events, connections, log, FIRST_PAUSE);
            Thread thread = threads.newThread(publishing);
            publications.put(server, new Publication(publishing, thread));
            thread.start();
        });
    }

    /** Returns when all that there was is sent, at the latest after {@link #LONGEST_END}. */
    void end(ServerName server) {
        Publication publication = publications.remove(server);
        if (publication == null) {
            return;
        }
        publication.topic().end();
        try {
            publication.thread().join(LONGEST_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        publication.thread().interrupt();
    }
}
