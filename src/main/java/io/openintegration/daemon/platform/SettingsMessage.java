package io.openintegration.daemon.platform;

import static io.openintegration.daemon.message.MessageText.audit;
import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What is said about settings of connectors that are changed while they work. Ids and parameters follow Egeria's. */
public enum SettingsMessage implements MessageDefinition {
    PROPERTIES_CHANGED(audit(
            "INTEGRATION-DAEMON-SERVICES-0015",
            Severity.INFO,
            "User {0} changed configuration properties of connector {1} in daemon {2}: {3}",
            "The change is saved in the daemon's configuration document; the connector is restarted with it.",
            "Nothing to do.")),
    PROPERTIES_CLEARED(audit(
            "INTEGRATION-DAEMON-SERVICES-0016",
            Severity.INFO,
            "User {0} cleared the configuration properties of connector {1} in daemon {2}",
            "The change is saved in the daemon's configuration document; the connector is restarted with it.",
            "Nothing to do.")),
    ENDPOINT_CHANGED(audit(
            "INTEGRATION-DAEMON-SERVICES-0057",
            Severity.INFO,
            "User {0} changed the endpoint of connector {1} in daemon {2} to {3}",
            "The change is saved in the daemon's configuration document; the connector is restarted with it.",
            "Nothing to do.")),
    NO_ENDPOINT_TO_CHANGE(audit(
            "INTEGRATION-DAEMON-SERVICES-0058",
            Severity.ERROR,
            "User {0} wanted to change the endpoint of connector {1} in daemon {2}, whose connection has none",
            "Nothing was changed.",
            "Replace the connector's connection by one with an endpoint.")),
    CONNECTION_CHANGED(audit(
            "INTEGRATION-DAEMON-SERVICES-0059",
            Severity.INFO,
            "User {0} changed the connection of connector {1} in daemon {2}",
            "The change is saved in the daemon's configuration document; the connector is restarted with it.",
            "Nothing to do.")),
    SECRETS_GO_TO_NEW_ADDRESS(audit(
            "SERVER-CONFIGURATION-0053",
            Severity.SECURITY,
            "User {0} gave connector {1} of daemon {2}, whose connection holds secrets, the address {3}",
            "The change is saved in the daemon's configuration document; the connector may send its secrets to this address.",
            "Make sure that the change was meant; if not, set the address back and change the secrets.")),
    SAVED_NOT_APPLIED(error(
            "SERVER-CONFIGURATION-409-050",
            409,
            "The change of connector {0} in daemon {1} is saved, but cannot be applied while the daemon runs: {2}",
            "The connector goes on as it was.",
            "Remove the cause that the message names, then apply the configuration or restart the daemon."));

    private final MessageText text;

    SettingsMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
