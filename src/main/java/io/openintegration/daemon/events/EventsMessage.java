package io.openintegration.daemon.events;

import static io.openintegration.daemon.message.MessageText.audit;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What there is to say about the topic of a metadata access store's change events. */
public enum EventsMessage implements MessageDefinition {
    /** Parameters: server, topic. */
    TOPIC_OPEN(audit(
            "CHANGE-EVENTS-0001",
            Severity.STARTUP,
            "Changes in metadata access store {0} are published on topic {1}",
            "Each committed change is sent as a text message in JSON.",
            "No action is needed.")),
    /** Parameters: server, topic, class of the failure. */
    TOPIC_AWAY(audit(
            "CHANGE-EVENTS-0002",
            Severity.ERROR,
            "Changes in metadata access store {0} cannot be published on topic {1}: {2}",
            "The last 10,000 changes are kept in memory and sent once the messaging engine works again. Where there were"
                    + " more, subscribers get a message of type gap instead. Nobody who writes waits.",
            "Check the messaging engine or broker.")),
    /** Parameters: server, topic. */
    TOPIC_BACK(audit(
            "CHANGE-EVENTS-0003",
            Severity.INFO,
            "Changes in metadata access store {0} are published on topic {1} again",
            "The changes that were kept have been sent, or a message of type gap in their place.",
            "No action is needed.")),
    /** Parameters: server, topic. */
    EVENTS_LOST(audit(
            "CHANGE-EVENTS-0004",
            Severity.ACTION,
            "Metadata access store {0} ended while changes could not be published on topic {1}",
            "The changes that were not sent yet are lost to subscribers; the store itself has them.",
            "Let subscribers compare with the store, as after a message of type gap."));

    private final MessageText text;

    EventsMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
