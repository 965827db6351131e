package io.openintegration.daemon.connectors.lineage;

import static io.openintegration.daemon.message.MessageText.audit;
import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What the lineage connectors say. */
public enum LineageMessage implements MessageDefinition {
    /** Parameters: what is wrong, where. */
    BAD_EVENT(
            error(
                    "OPEN-LINEAGE-CONNECTORS-400-001",
                    400,
                    "This is no OpenLineage event that can be used: {0}, at {1}",
                    "The event was not accepted; nothing of the request was kept.",
                    "Correct what sends it. Events are those of OpenLineage's specification, from version 1-0-0 on, of runs, jobs or data sets.")),
    /** Parameters: mistakes. */
    BAD_PROPERTIES(error(
            "OPEN-LINEAGE-CONNECTORS-400-021",
            400,
            "The configuration properties of a lineage connector cannot be used: {0}",
            "The connector is not created; what it has catalogued stays as it is.",
            "Correct all of them in the server's configuration document, then restart the connector.")),
    /** Parameters: connector. */
    REFRESH_ENDED(error(
            "OPEN-LINEAGE-CONNECTORS-503-001",
            503,
            "Connector {0} was told to end its refresh before it had described everything",
            "The refresh ends here; nothing is removed from the catalogue, and no event is lost.",
            "None is needed where the connector was stopped or restarted.")),
    /** Parameters: connector, number of the event, what is wrong, where. */
    EVENT_LEFT_OUT(audit(
            "OPEN-LINEAGE-CONNECTORS-0101",
            Severity.ERROR,
            "Connector {0} can make nothing of event {1}, which was accepted before: {2}, at {3}",
            "The event is left out; the others are taken in.",
            "None is needed where the product was updated meanwhile and has become stricter; else report this.")),
    /** Parameters: connector, jobs, data sets. */
    FORGOTTEN(audit(
            "OPEN-LINEAGE-CONNECTORS-0102",
            Severity.INFO,
            "Connector {0} forgets {1} jobs and {2} data sets of which nothing was told for longer than retentionDays",
            "They leave the catalogue as everything does that is gone.",
            "None is needed."));

    private final MessageText text;

    LineageMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
