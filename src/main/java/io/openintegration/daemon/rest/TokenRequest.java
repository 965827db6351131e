package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.AccessException;
import io.openintegration.daemon.access.AccessMessage;
import java.io.InputStream;

/**
 * Who asks for a token.
 *
 * @param userId empty where there is none
 * @param password empty where there is none
 */
record TokenRequest(String userId, String password) {

    /**
     * Reads a request's body.
     *
     * @throws AccessException {@code ACCESS-400-003} where user or password is no text
     * @throws RejectedRequestException as {@link RequestBody} does
     */
    static TokenRequest read(InputStream body) {
        ObjectNode fields = RequestBody.object(body);
        return new TokenRequest(text(fields, "userId"), text(fields, "password"));
    }

    /** Shows the user alone. */
    @Override
    public String toString() {
        return "token request of " + userId;
    }

    private static String text(ObjectNode fields, String field) {
        JsonNode value = fields.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new AccessException(AccessMessage.BAD_USER.with(field, "text"));
        }
        return value.textValue();
    }
}
