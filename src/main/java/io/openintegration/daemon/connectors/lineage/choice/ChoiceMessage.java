package io.openintegration.daemon.connectors.lineage.choice;

import static io.openintegration.daemon.message.MessageText.audit;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What the lineage connectors say of events that they are not asked for. */
public enum ChoiceMessage implements MessageDefinition {
    /** Parameters: connector, number of events. */
    LEFT_OUT(
            audit(
                    "OPEN-LINEAGE-CONNECTORS-0103",
                    Severity.INFO,
                    "Connector {0} has left out {1} events of jobs or namespaces that it is not asked for, since it told so last, or began",
                    "They are neither catalogued nor passed on by this connector. It tells so once an hour at the most, and at its end.",
                    "None is needed where includeJobs, excludeJobs, includeNamespaces and excludeNamespaces say what they should."));

    private final MessageText text;

    ChoiceMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
