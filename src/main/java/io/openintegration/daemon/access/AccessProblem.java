package io.openintegration.daemon.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageText;
import jakarta.ws.rs.core.Response;

/** Problem details (RFC 9457) of a request that was refused before it reached a resource. */
final class AccessProblem {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AccessProblem() {}

    static String json(Message reason) {
        MessageText text = reason.definition().text();
        ObjectNode problem = MAPPER.createObjectNode();
        problem.put("type", "about:blank");
        problem.put("title", Response.Status.fromStatusCode(text.httpCode()).getReasonPhrase());
        problem.put("status", text.httpCode());
        problem.put("detail", reason.text());
        problem.put("messageId", reason.id());
        problem.put("systemAction", text.systemAction());
        problem.put("userAction", text.userAction());
        return problem.toString();
    }
}
