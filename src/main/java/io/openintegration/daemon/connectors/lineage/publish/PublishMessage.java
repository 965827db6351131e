package io.openintegration.daemon.connectors.lineage.publish;

import static io.openintegration.daemon.message.MessageText.audit;
import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What the connectors say that publish OpenLineage events. */
public enum PublishMessage implements MessageDefinition {
    /** Parameters: connector, permitted synchronization. */
    NOT_PERMITTED(
            error(
                    "OPEN-LINEAGE-CONNECTORS-403-111",
                    403,
                    "Connector {0} is to publish lineage events, but its permitted synchronization is {1}",
                    "Nothing is published; events wait in its inbox.",
                    "Set permittedSynchronization to TO_THIRD_PARTY or BOTH_DIRECTIONS in the configuration document, then restart the connector.")),
    /** Parameters: connector, endpoint, status. */
    ENDPOINT_REFUSES(error(
            "OPEN-LINEAGE-CONNECTORS-502-111",
            502,
            "Connector {0} cannot publish to {1}: it answers with status {2}",
            "The connector stops working; the events wait in its inbox.",
            "Look at the log of that system, and whether the endpoint's address is right; then restart the connector. With restartPolicy"
                    + " AUTOMATIC the daemon does that itself.")),
    /** Parameters: connector, endpoint, number of events, why the last one was refused. */
    REFUSES_EVERYTHING(error(
            "OPEN-LINEAGE-CONNECTORS-502-112",
            502,
            "Connector {0} publishes to {1}, which refuses everything: {2} events one after another, the last one since {3}",
            "The connector stops working; the events wait in its inbox.",
            "Look whether the endpoint's address is one that takes OpenLineage events, then restart the connector.")),
    /** Parameters: status. */
    EVENT_REFUSED(error(
            "OPEN-LINEAGE-CONNECTORS-422-111",
            422,
            "the endpoint answers with status {0}",
            "The event is set aside; the others are published.",
            "Look at the log of the endpoint for what is wrong with the event.")),
    /** Parameters: connector, directory, what is wrong. */
    DIRECTORY_UNUSABLE(error(
            "OPEN-LINEAGE-CONNECTORS-503-111",
            503,
            "Connector {0} cannot write to the directory {1}: {2}",
            "The connector stops working; the events wait in its inbox.",
            "Look whether the directory is there, may be written to by the server's account, and has space left, then restart the"
                    + " connector. With restartPolicy AUTOMATIC the daemon does that itself.")),
    /** Parameters: connector, third party. */
    PUBLISHING(audit(
            "OPEN-LINEAGE-CONNECTORS-0112",
            Severity.INFO,
            "Connector {0} publishes lineage events to {1}",
            "Events that come from now on, and those that wait, are passed on.",
            "None is needed.")),
    /** Parameters: connector, event, third party, why. */
    SET_ASIDE(audit(
            "OPEN-LINEAGE-CONNECTORS-0113",
            Severity.ERROR,
            "Connector {0} could not publish an event ({1}): {2} takes others, but not this one: {3}",
            "The event is not published, and tried no more; the others are.",
            "Look at the log of that system for what is wrong with the event."));

    private final MessageText text;

    PublishMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
