package io.openintegration.daemon.connectors.files.remote;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/**
 * What can be wrong with a landing area that is reached over the network. The first two parameters are the address, as
 * configured, and the connector.
 */
public enum RemoteMessage implements MessageDefinition {
    ADDRESS_NOT_UNDERSTOOD(
            MessageText.error(
                    "BASIC-FILES-INTEGRATION-CONNECTORS-400-102",
                    400,
                    "The endpoint address {0} of connector {1} is not of the form {2}",
                    "The connector stops working; what it has catalogued stays as it is.",
                    "Correct the endpoint address of the connection, then restart the connector. Secrets do not belong in it.")),
    /** Third parameter: the configuration property; fourth: what is expected. */
    PROPERTY_NOT_USABLE(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-400-103",
            400,
            "Connector {1} cannot reach {0} with the {2} that is configured; it should be {3}",
            "The connector stops working; what it has catalogued stays as it is.",
            "Correct the connection in the server's configuration document, then restart the connector.")),
    /** Third parameter: the network address. */
    ADDRESS_REFUSED(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-400-104",
            400,
            "Connector {1} may not connect to {2}, where {0} is found: it is in a network that is refused",
            "No connection is made; the connector stops working.",
            "Correct the endpoint address. Where the connection is meant, change the setting"
                    + " daemon.connections.refused.networks.")),
    /** Third parameter: what the third party calls it. */
    WRONG_REGION(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-400-105",
            400,
            "{0}, asked for by connector {1}, is kept in another region or at another endpoint ({2})",
            "The connector stops working; what it has catalogued stays as it is.",
            "Correct the configuration properties region and endpointUrl, then restart the connector.")),
    HOST_KEY_NOT_CONFIGURED(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-400-106",
            400,
            "Connector {1} is not told which key the host of {0} has, so that it could not know it from another",
            "No connection is made; the connector stops working.",
            "Ask the administrator of the host for the fingerprint of its key, and give the connection the configuration"
                    + " property hostKeyFingerprint or knownHosts; then restart the connector.")),
    /** Third parameter: what the third party calls it. */
    SECRET_REFUSED(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-401-101",
            401,
            "The account or the secret with which connector {1} asked for {0} is not accepted ({2})",
            "The connector stops working; what it has catalogued stays as it is.",
            "Correct userId, clearPassword or the secured properties of the connection, then restart the connector.")),
    ACCESS_DENIED(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-403-101",
            403,
            "The account of connector {1} may not list {0}",
            "The connector stops working; what it has catalogued stays as it is.",
            "Give the account permission to list and read, then restart the connector.")),
    /** Third parameter: the fingerprint of the key that the host has. */
    HOST_KEY_CHANGED(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-403-102",
            403,
            "The host of {0} shows connector {1} another key than the configured one; its fingerprint is {2}",
            "The connection is given up before any secret is sent; the connector stops working.",
            "Ask the administrator of the host whether its key was changed. If so, correct the configuration and restart"
                    + " the connector. If not, somebody else may be answering in its place.")),
    MISSING(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-404-101",
            404,
            "There is no {0}, asked for by connector {1}",
            "The connector stops working; what it has catalogued stays as it is.",
            "Bring it back, or correct the endpoint address of the connection; then restart the connector.")),
    /** Third parameter: what kind of failure. */
    FAILED(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-502-101",
            502,
            "The answer to connector {1} about {0} makes no sense ({2})",
            "The connector stops working; what it has catalogued stays as it is.",
            "Make sure that the address leads to a server of the right kind, and see its log; then restart the"
                    + " connector.")),
    /** Third parameter: what kind of failure. */
    UNREACHABLE(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-503-101",
            503,
            "Connector {1} cannot reach {0}, or the connection broke ({2})",
            "The connector stops working; what it has catalogued stays as it is.",
            "Make sure that the server runs and can be reached from here, then restart the connector.")),
    /** Third parameter: how long it waited. */
    TIMED_OUT(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-504-101",
            504,
            "Connector {1} got no answer about {0} in time (limit {2})",
            "The connector stops working; what it has catalogued stays as it is.",
            "Find out why the server or the network is slow, or raise the configuration property timeout; then restart the"
                    + " connector.")),
    NOTHING_THERE(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0121",
            Severity.ACTION,
            "At present there is nothing below {0}, which connector {1} monitors",
            "The connector goes on; what comes there will be catalogued.",
            "If there should be something, correct the endpoint address: a store of objects has no empty folders that"
                    + " could be told from a mistake.")),
    NAME_NOT_USABLE(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0122",
            Severity.ERROR,
            "The name of {0}, seen by connector {1}, is none that could be asked for",
            "The file or folder is not catalogued.",
            "Rename it."));

    private final MessageText text;

    RemoteMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
