package io.openintegration.daemon.rest;

import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;

/** What is said about requests that HTTP itself, or the rules for all operations (ADR 0019), refuse. */
public enum HttpMessage implements MessageDefinition {
    URI_REFUSED(error(
            "REST-HTTP-400-001",
            400,
            "The {0} of the request has {1} at position {2}, which is not taken",
            "Nothing was changed.",
            "Write names percent-encoded, in UTF-8 (RFC 3986). No name holds a slash, a backslash or a control character, and"
                    + " none consists of dots; path parameters (;) are not known.")),
    HEADER_UNREADABLE(error(
            "REST-HTTP-400-002",
            400,
            "The header {0} cannot be read",
            "Nothing was changed.",
            "Correct the header, or leave it out.")),
    QUERY_UNKNOWN(error(
            "REST-HTTP-400-003",
            400,
            "The query parameter {0} is not known here; known are: {1}",
            "Nothing was changed: a misspelt parameter must not be overlooked.",
            "Correct the name of the parameter, or leave it out.")),
    QUERY_REPEATED(error(
            "REST-HTTP-400-004",
            400,
            "The query parameter {0} is given more than once",
            "Nothing was changed.",
            "Give it once.")),
    SERVER_REFUSED(error(
            "REST-HTTP-400-005",
            400,
            "The application server cannot read the request line or a header of the request",
            "Nothing was changed.",
            "Check the request for characters that need percent-encoding, and its headers for their form.")),
    NOT_FOUND(error(
            "REST-HTTP-404-001",
            404,
            "There is nothing at {0}",
            "Nothing was changed.",
            "Check the path against the list of operations, which /openapi has.")),
    METHOD_NOT_ALLOWED(error(
            "REST-HTTP-405-001",
            405,
            "The method {0} is not allowed for {1}; allowed are: {2}",
            "Nothing was changed.",
            "Use one of these methods.")),
    NOT_ACCEPTABLE(error(
            "REST-HTTP-406-001",
            406,
            "There is no answer of a type that the header Accept ({0}) allows",
            "Nothing was changed.",
            "Accept application/json.")),
    BODY_TYPE(
            error(
                    "REST-HTTP-415-001",
                    415,
                    "A body with the content type {0} is not taken here",
                    "Nothing was changed.",
                    "Send application/json in UTF-8, and say so in the header Content-Type. What else an operation takes, /openapi tells.")),
    BODY_ENCODING(error(
            "REST-HTTP-415-002",
            415,
            "A body with the content encoding {0} is not taken",
            "Nothing was changed.",
            "Send the body as it is, neither compressed nor encoded."));

    private final MessageText text;

    HttpMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
