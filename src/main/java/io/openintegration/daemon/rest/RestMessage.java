package io.openintegration.daemon.rest;

import static io.openintegration.daemon.message.MessageText.audit;
import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What is said about requests. */
public enum RestMessage implements MessageDefinition {
    BODY_TOO_LARGE(error(
            "REST-REQUEST-413-001",
            413,
            "The request body is larger than {0} bytes",
            "Nothing was changed.",
            "Send less at a time.")),
    BODY_NOT_JSON(error(
            "REST-REQUEST-400-001",
            400,
            "The request body is not valid JSON at line {0}, column {1}",
            "Nothing was changed.",
            "Correct the body at that place, and send it with the content type application/json.")),
    BODY_NOT_OBJECT(error(
            "REST-REQUEST-400-002",
            400,
            "The request body must be a JSON object",
            "Nothing was changed.",
            "Send an object, {} where there is nothing to say.")),
    BODY_NOT_LIST(error(
            "REST-REQUEST-400-010",
            400,
            "The request body must be a JSON list of objects",
            "Nothing was changed.",
            "Send a list, with one object for each event.")),
    NOT_A_LOOK_UP(error(
            "REST-REQUEST-400-011",
            400,
            "The request body must have the field guids, and no other: a list of 1 to {0} GUIDs, none of them blank",
            "Nothing was looked up.",
            "Correct the body; ask for more elements by several requests.")),
    NO_LINEAGE_TAKER(error(
            "REST-LINEAGE-409-001",
            409,
            "No connector of a started integration daemon takes lineage events in",
            "Nothing of the request was kept.",
            "Start a daemon whose document has a connector for them, for instance OpenLineageMonitorProvider; then send the request"
                    + " again.")),
    NO_SUCH_ELEMENT(error(
            "REST-LINEAGE-404-001",
            404,
            "Metadata server {1} has no element of the qualified name {0}",
            "Nothing was changed.",
            "Check the name. It is the one that the element was catalogued with.")),
    UNKNOWN_FIELD(error(
            "REST-REQUEST-400-003",
            400,
            "The request body has the unknown field {0}; a connector is named by the field name",
            "Nothing was changed: a misspelt field must not mean all connectors.",
            "Correct the field, or send no body to mean all connectors.")),
    FIELD_NOT_TEXT(error(
            "REST-REQUEST-400-004",
            400,
            "The field {0} of the request body must be text",
            "Nothing was changed.",
            "Put the value in quotes.")),
    BAD_PARAMETER(error(
            "REST-REQUEST-400-005",
            400,
            "The parameter {0} has the value {1}; expected is {2}",
            "Nothing was changed.",
            "Correct the parameter.")),
    NAME_BLANK(error(
            "REST-REQUEST-400-007",
            400,
            "The request body names a connector, but the name is blank",
            "Nothing was changed: an empty variable in a script must not mean all connectors.",
            "Give the connector's name, or send no body to mean all connectors.")),
    BODY_UNREADABLE(error(
            "REST-REQUEST-400-008",
            400,
            "The request body cannot be read ({0})",
            "Nothing was changed.",
            "Send the body whole, and without a content encoding, or one that it really has.")),
    BODY_NOT_UTF8(error(
            "REST-REQUEST-400-006",
            400,
            "The request body is not valid UTF-8",
            "Nothing was changed.",
            "Send the body in UTF-8.")),
    NOT_A_TARGET_STATE(error(
            "REST-REQUEST-400-009",
            400,
            "The request body must have the field targetState, and no other; its value must be one of {0}",
            "Nothing was changed.",
            "Correct the body.")),
    NOT_PERMITTED(error(
            "REST-REQUEST-403-001",
            403,
            "User {0} may not do this; it takes the role {1}",
            "Nothing was changed.",
            "Use an account that has the role, or ask an administrator for it.")),
    NO_CALLER(error(
            "REST-REQUEST-401-001",
            401,
            "The request has no caller",
            "Nothing was changed.",
            "Send credentials in the header Authorization.")),
    NOBODY(error(
            "REST-REQUEST-403-003",
            403,
            "The operation {0} is closed to everybody",
            "Nothing was changed.",
            "Report this fault to the maintainers of the daemon: the operation names no role.")),
    CROSS_SITE(error(
            "REST-REQUEST-403-002",
            403,
            "The request comes from a page of another site and would change something",
            "Nothing was changed.",
            "Send such requests from this server's own pages, or from a program other than a browser.")),
    LEGACY_GET_OFF(error(
            "REST-REQUEST-405-001",
            405,
            "Restarting by GET is served for the URL of the operator's guide alone (integration-service, singular), where it is"
                    + " not switched off",
            "Nothing was changed.",
            "Use POST with the same URL, or set daemon.rest.legacy.get to true.")),
    LEGACY_GET_USED(audit(
            "REST-REQUEST-0001",
            Severity.ACTIVITY,
            "User {0} restarted connectors by the deprecated GET request {1}",
            "The request was carried out.",
            "Use POST with the same URL; GET can be switched off by daemon.rest.legacy.get=false.")),
    TOO_MANY_LISTENERS(error(
            "REST-REQUEST-503-001",
            503,
            "{0} listeners are there already: each takes a thread of the server",
            "Nobody was sent away.",
            "Come again later, or let one program listen for several.")),
    UNEXPECTED_FAILURE(error(
            "REST-REQUEST-500-001",
            500,
            "An unexpected {0} exception prevented the answer; the audit log has more under {1}",
            "The request may have been carried out in part.",
            "Report this fault, with the records of the audit log, to the maintainers of the daemon.")),
    STORE_EXPORTED(audit(
            "REST-REQUEST-0003",
            Severity.SECURITY,
            "User {0} exported metadata server {1}: {2} elements, {3} relationships",
            "The export was handed out: all that the server holds.",
            "None, where the user was to do that.")),
    STORE_IMPORTED(audit(
            "REST-REQUEST-0004",
            Severity.SECURITY,
            "User {0} imported an export into metadata server {1}: {2} elements, {3} relationships",
            "The server holds what the export held.",
            "None, where the user was to do that.")),
    UNEXPECTED(audit(
            "REST-REQUEST-0002",
            Severity.EXCEPTION,
            "The request {0} {1} met an unexpected {2} exception; reference {3}",
            "The caller was told the reference, and nothing of the exception.",
            "Report this fault to the maintainers of the daemon."));

    private final MessageText text;

    RestMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
