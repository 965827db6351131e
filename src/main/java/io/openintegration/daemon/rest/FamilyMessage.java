package io.openintegration.daemon.rest;

import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;

/** What is said in answer to operations on servers and connectors, in Egeria's families of URLs and in our own. */
public enum FamilyMessage implements MessageDefinition {
    UNKNOWN_DELEGATING_USER(error(
            "OPEN-METADATA-SECURITY-403-017",
            403,
            "The request cannot be made in the name of user {0}: the id is empty, or the caller {1} may not act for it",
            "Nothing was changed.",
            "Leave delegatingUserId out to act in the caller's own name, or use an account with the role delegate.")),
    NO_SUCH_GROUP(error(
            "INTEGRATION-DAEMON-SERVICES-400-034",
            400,
            "The integration group {0} does not run in the integration daemon {1}: its connectors stand in its"
                    + " configuration document",
            "Nothing was changed.",
            "Ask for the daemon's status to see its connectors. Change them in the configuration document.")),
    NO_SUCH_PROVIDER(
            error(
                    "REST-FAMILY-404-001",
                    404,
                    "This platform has no connector provider named {0}",
                    "No class was loaded.",
                    "Correct the name (GET /api/v1/connector-types lists them), or install the jar that registers this provider.")),
    NO_SUCH_CONNECTOR(error(
            "REST-FAMILY-404-002",
            404,
            "The integration daemon {1} has no connector named {0}",
            "Nothing was changed.",
            "List the daemon's connectors with GET /api/v1/servers/<server>/connectors, and correct the name.")),
    NO_LINEAGE_LISTENER(error(
            "REST-FAMILY-501-001",
            501,
            "The integration daemon {0} has no connector that listens to open lineage events",
            "The event was not passed on to anybody and is not kept.",
            "Send open lineage events to a daemon that has such a connector.")),
    PLATFORM_STOP(error(
            "REST-FAMILY-501-002",
            501,
            "The platform cannot be stopped over HTTP: it is an application in an application server",
            "Nothing was stopped.",
            "Stop all servers with DELETE …/servers/instance, or stop the application server where it runs."));

    private final MessageText text;

    FamilyMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
