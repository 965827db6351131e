package io.openintegration.daemon.message;

import java.util.Objects;

/**
 * The fixed part of a message.
 *
 * @param id stable identifier that runbooks refer to; never re-used with another meaning
 * @param severity severity of the audit record that carries the message
 * @param httpCode for messages that answer a request, the code that belongs to it (the peer's {@code relatedHTTPCode});
 *     0 for messages that only appear in the audit log
 * @param template text with placeholders {@code {0}}, {@code {1}}, … numbered without gaps
 * @param systemAction what the product did
 * @param userAction what the reader can do
 */
public record MessageText(
        String id, Severity severity, int httpCode, String template, String systemAction, String userAction) {

    public MessageText {
        Objects.requireNonNull(id);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(template);
        Objects.requireNonNull(systemAction);
        Objects.requireNonNull(userAction);
    }

    /** A message of the audit log. */
    public static MessageText audit(
            String id, Severity severity, String template, String systemAction, String userAction) {
        return new MessageText(id, severity, 0, template, systemAction, userAction);
    }

    /** A message that tells a caller, or a connector's status, why something failed. */
    public static MessageText error(String id, int httpCode, String template, String systemAction, String userAction) {
        return new MessageText(id, Severity.ERROR, httpCode, template, systemAction, userAction);
    }
}
