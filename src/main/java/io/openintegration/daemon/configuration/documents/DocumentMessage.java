package io.openintegration.daemon.configuration.documents;

import static io.openintegration.daemon.message.MessageText.audit;
import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What is said about changes of configuration documents. */
public enum DocumentMessage implements MessageDefinition {
    CHANGE_REFUSED(error(
            "SERVER-CONFIGURATION-400-050",
            400,
            "The change of the configuration document of server {0} would add {1} mistake(s): {2}",
            "Nothing was saved; the document is as it was. Mistakes that it had before do not count.",
            "Correct what is listed and send the change again.")),
    NAME_NOT_ALLOWED(error(
            "SERVER-CONFIGURATION-400-051",
            400,
            "{0} cannot be the name of a new server: {1}",
            "No document was created.",
            "Choose another name.")),
    MASK_WITHOUT_VALUE(error(
            "SERVER-CONFIGURATION-400-052",
            400,
            "{0}: a mask stands here, but no secret is stored at this place that it could stand for",
            "Nothing was changed.",
            "Give the secret itself, or a placeholder for it; leave the field out if there is none.")),
    GROUPS_NOT_SUPPORTED(error(
            "SERVER-CONFIGURATION-400-053",
            400,
            "The document of server {0} cannot be given {1}: this version runs the connectors of integration services only",
            "Nothing was changed.",
            "Configure the connectors under their integration service.")),
    STORE_IS_FIXED(
            error(
                    "SERVER-CONFIGURATION-400-054",
                    400,
                    "There is no {0} to be changed or shown: documents are kept in the configuration directory",
                    "Nothing was changed.",
                    "Set daemon.configuration.directory to keep documents elsewhere; placeholders are settings of the platform.")),
    FOREIGN_PLATFORM(error(
            "SERVER-CONFIGURATION-400-055",
            400,
            "The document of server {0} cannot be deployed to {1}: this platform, known as {2}, only keeps documents itself",
            "Nothing was changed.",
            "Read the document and send it to the other platform; secrets must be given there again.")),
    OTHER_CONNECTOR(error(
            "SERVER-CONFIGURATION-400-056",
            400,
            "The section calls the connector {0}, but the request is about connector {1}",
            "Nothing was changed.",
            "Make connectorName and the request agree, or leave connectorName out.")),
    OTHER_SERVICE(error(
            "SERVER-CONFIGURATION-400-057",
            400,
            "The section has the service URL marker {0}, but the request is about {1}",
            "Nothing was changed.",
            "Make integrationServiceURLMarker and the request agree, or leave it out.")),
    UNSUITABLE(error(
            "SERVER-CONFIGURATION-400-058",
            400,
            "{0} of the document is of the wrong kind to be changed by this request",
            "Nothing was changed.",
            "Replace the whole section, or correct the document.")),
    NO_ENDPOINT(error(
            "SERVER-CONFIGURATION-400-059",
            400,
            "The connection of connector {0} has no endpoint whose address could be changed",
            "Nothing was changed.",
            "Replace the whole connection by one with an endpoint.")),
    MASK_LEADS_ELSEWHERE(error(
            "SERVER-CONFIGURATION-400-060",
            400,
            "{0}: the mask here stands for a stored secret, which was not given for what {1} says now",
            "Nothing was changed: a stored secret goes only to the address and the connector provider that it is stored with.",
            "Give the secret itself, or a placeholder for it; or leave addresses and provider as they are stored.")),
    NO_SUCH_SERVICE(error(
            "SERVER-CONFIGURATION-404-002",
            404,
            "The configuration document has no integration service with the URL marker {0}",
            "Nothing was changed.",
            "Configure the service first, or correct the marker.")),
    NO_SUCH_CONNECTOR(error(
            "SERVER-CONFIGURATION-404-003",
            404,
            "The configuration document has no connector named {0}",
            "Nothing was changed.",
            "Correct the name; the document lists the connectors of each integration service.")),
    NO_SUCH_VERSION(error(
            "SERVER-CONFIGURATION-404-004",
            404,
            "No version {1} is kept of the configuration document of server {0}",
            "Nothing was changed.",
            "Ask for the list of versions; old ones make room for new ones.")),
    NO_SUCH_DESTINATION(error(
            "SERVER-CONFIGURATION-404-005",
            404,
            "The configuration document has no audit log destination named {0}",
            "Nothing was changed.",
            "Ask for the list of destinations; they go by their qualified name or display name.")),
    OTHER_VERSION(error(
            "SERVER-CONFIGURATION-412-001",
            412,
            "The configuration document of server {0} is not what the request supposes: {1}",
            "Nothing was changed.",
            "Read the document again, look at what others changed, and repeat the change on that version.")),
    CHANGED(audit(
            "SERVER-CONFIGURATION-0050",
            Severity.ACTIVITY,
            "User {0} changed the configuration document of server {1}: {2}",
            "The document is saved, and the previous version kept.",
            "Restart or apply where the change should take effect now.")),
    DELETED(audit(
            "SERVER-CONFIGURATION-0051",
            Severity.ACTIVITY,
            "User {0} deleted the configuration document of server {1}",
            "The last version is kept and can be restored. A server that is started goes on until it is stopped.",
            "Nothing to do.")),
    HISTORY_INCOMPLETE(audit(
            "SERVER-CONFIGURATION-0052",
            Severity.ACTION,
            "The history of the configuration document of server {0} lacks the newest version: {1}",
            "The change itself is saved.",
            "Remove the cause that the message names; the next change keeps this version."));

    private final MessageText text;

    DocumentMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
