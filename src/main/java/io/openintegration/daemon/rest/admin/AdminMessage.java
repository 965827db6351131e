package io.openintegration.daemon.rest.admin;

import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;

/** What is said about the bodies of administration requests. */
public enum AdminMessage implements MessageDefinition {
    BODY_MISSING(error(
            "REST-ADMINISTRATION-400-001",
            400,
            "The request needs a body: {0}",
            "Nothing was changed.",
            "Send the body, with the content type application/json.")),
    BODY_OF_OTHER_KIND(error(
            "REST-ADMINISTRATION-400-002",
            400,
            "The request body must be {0}",
            "Nothing was changed.",
            "Send a body of this kind.")),
    UNKNOWN_FIELD(error(
            "REST-ADMINISTRATION-400-003",
            400,
            "The request body has the unknown field {0}; known here are {1}",
            "Nothing was changed: a misspelt field must not be passed over.",
            "Correct or remove the field.")),
    WRONG_FIELD(error(
            "REST-ADMINISTRATION-400-004",
            400,
            "The field {0} of the request body must be {1}",
            "Nothing was changed.",
            "Give the field a value of this kind."));

    private final MessageText text;

    AdminMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
