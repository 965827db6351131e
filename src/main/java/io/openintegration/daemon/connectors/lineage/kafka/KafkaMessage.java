package io.openintegration.daemon.connectors.lineage.kafka;

import static io.openintegration.daemon.message.MessageText.audit;
import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What the receiver from Kafka says. */
public enum KafkaMessage implements MessageDefinition {
    /** Parameters: connector, brokers, topic. */
    TOPIC_MISSING(error(
            "OPEN-LINEAGE-CONNECTORS-404-201",
            404,
            "Connector {0} finds no topic {2} at {1}",
            "The connector stops working. It makes no topic.",
            "Create the topic, or correct the configuration property topic, then restart the connector.")),
    /** Parameters: connector. */
    NOT_REFRESHED(error(
            "OPEN-LINEAGE-CONNECTORS-409-201",
            409,
            "Connector {0} works all the time, and is not refreshed",
            "Nothing was done.",
            "None is needed.")),
    /** Parameters: connector, brokers, topic, group. */
    RECEIVING(audit(
            "OPEN-LINEAGE-CONNECTORS-0201",
            Severity.INFO,
            "Connector {0} receives lineage events from topic {2} at {1}, as group {3}",
            "They are handed to the connectors of this daemon that take events in.",
            "None is needed.")),
    /** Parameters: connector, topic, partition, offset, what is wrong, number skipped since the connector began. */
    SKIPPED(audit(
            "OPEN-LINEAGE-CONNECTORS-0202",
            Severity.ERROR,
            "Connector {0} skips a message that is no event: topic {1}, partition {2}, offset {3}: {4} ({5} skipped in this life)",
            "The message is not read again; those after it are.",
            "Look at what the message is, by partition and offset, and correct what sends it.")),
    /** Parameters: connector, topic, number of messages, number skipped since the connector began. */
    MORE_SKIPPED(audit(
            "OPEN-LINEAGE-CONNECTORS-0203",
            Severity.ERROR,
            "Connector {0} skips {2} more messages of topic {1} that are no events, read together with those before ({3} skipped in this life)",
            "They are not read again; those after them are.",
            "Look whether it is the right topic, and correct what sends them.")),
    /** Parameters: connector. */
    HELD_FULL(
            audit(
                    "OPEN-LINEAGE-CONNECTORS-0204",
                    Severity.INFO,
                    "Connector {0} pauses: too many events wait already for those who take them in",
                    "Nothing is read from the topic meanwhile, and nothing is lost; it goes on by itself.",
                    "Look at the connectors that take events in: they have failed, are paused, or are slow. See daemon.lineage.inbox.events.")),
    /** Parameters: connector. */
    HELD_UNCLAIMED(audit(
            "OPEN-LINEAGE-CONNECTORS-0205",
            Severity.ERROR,
            "Connector {0} pauses: no connector of this daemon takes lineage events in",
            "Nothing is read from the topic meanwhile, and nothing is lost; it goes on by itself.",
            "Configure or start one that catalogues or publishes events.")),
    /** Parameters: connector. */
    GOES_ON(audit(
            "OPEN-LINEAGE-CONNECTORS-0206",
            Severity.INFO,
            "Connector {0} goes on receiving after a pause",
            "What had not been stored was read again.",
            "None is needed.")),
    /** Parameters: connector, topic, kind of failure. */
    NOT_COMMITTED(audit(
            "OPEN-LINEAGE-CONNECTORS-0207",
            Severity.INFO,
            "Connector {0} could not tell the broker how far it has read topic {1} ({2})",
            "The events are stored; some may be read a second time, which does no harm.",
            "None is needed where brokers were restarted, or receivers came and went.")),
    /** Parameters: connector, kind of failure. */
    NOT_CLOSED(audit(
            "OPEN-LINEAGE-CONNECTORS-0208",
            Severity.INFO,
            "Connector {0} could not take leave of its brokers ({1})",
            "Its connections are closed all the same.",
            "None is needed."));

    private final MessageText text;

    KafkaMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
