package io.openintegration.daemon.connectors.lineage.relay;

import static io.openintegration.daemon.message.MessageText.audit;
import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What the connectors say that pass OpenLineage events on, of third parties in general. */
public enum RelayMessage implements MessageDefinition {
    /** Parameters: connector, third party, address. */
    NETWORK_REFUSED(error(
            "OPEN-LINEAGE-CONNECTORS-400-101",
            400,
            "Connector {0} may not connect to {1}: the network of {2} is refused",
            "The connector stops working; no event is lost.",
            "Correct the endpoint's address, or the setting daemon.connections.refused.networks.")),
    /** Parameters: mistakes. */
    BAD_PROPERTIES(error(
            "OPEN-LINEAGE-CONNECTORS-400-102",
            400,
            "A connector that passes lineage events on cannot be configured so: {0}",
            "The connector is not created.",
            "Correct all of them in the server's configuration document, then restart the connector.")),
    /** Parameters: what the address has to be. */
    BAD_ADDRESS(error(
            "OPEN-LINEAGE-CONNECTORS-400-103",
            400,
            "The endpoint address of a connector that passes lineage events on is missing or of no use: it has to be {0}",
            "The connector is not created.",
            "Correct the endpoint's address in the server's configuration document, then restart the connector.")),
    /** Parameters: connector, third party, what it says. */
    ACCOUNT_REFUSED(error(
            "OPEN-LINEAGE-CONNECTORS-401-101",
            401,
            "Connector {0} is not let in by {1}: {2}",
            "The connector stops working; no event is lost.",
            "Correct userId and clearPassword of the connection, then restart the connector.")),
    /** Parameters: connector, third party, right. */
    RIGHT_MISSING(error(
            "OPEN-LINEAGE-CONNECTORS-403-101",
            403,
            "Connector {0} lacks a right at {1}: {2}",
            "The connector stops working; no event is lost.",
            "Grant the right to the connection's account, then restart the connector.")),
    /** Parameters: connector, third party, what does not fit. */
    MAKES_NO_SENSE(error(
            "OPEN-LINEAGE-CONNECTORS-502-101",
            502,
            "Connector {0} can make nothing of what {1} answers: {2}",
            "The connector stops working; no event is lost.",
            "Look whether the endpoint's address is that of the right system, and look at that system's log.")),
    /** Parameters: connector, third party, detail. */
    UNAVAILABLE(error(
            "OPEN-LINEAGE-CONNECTORS-503-101",
            503,
            "Connector {0} cannot reach {1}: {2}",
            "The connector stops working; no event is lost.",
            "Bring the system back, or correct the endpoint's address, then restart the connector; with restartPolicy AUTOMATIC the"
                    + " daemon does that itself.")),
    /** Parameters: connector. */
    TOLD_TO_END(error(
            "OPEN-LINEAGE-CONNECTORS-503-102",
            503,
            "Connector {0} was told to end before it had passed everything on",
            "It ends here; no event is lost.",
            "None is needed where the connector was stopped or restarted.")),
    /** Parameters: connector, third party, seconds. */
    TOO_SLOW(
            error(
                    "OPEN-LINEAGE-CONNECTORS-504-101",
                    504,
                    "Connector {0} got no answer from {1} within {2} seconds",
                    "The connector stops working; no event is lost, but some may be passed on a second time.",
                    "Look at that system's load, or raise the time-out in the connector's configuration properties, then restart the connector.")),
    /** Parameters: connector, third party. */
    NOT_ENCRYPTED(audit(
            "OPEN-LINEAGE-CONNECTORS-0111",
            Severity.INFO,
            "The connection of connector {0} to {1} is not encrypted",
            "It is used as it is.",
            "Where it leaves this host, have it encrypted: https, or securityProtocol SSL or SASL_SSL."));

    private final MessageText text;

    RelayMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
