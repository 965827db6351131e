package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.documents.DocumentProblem;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageText;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Failures as problem details (RFC 9457). */
final class Problem {

    static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    static Response of(Message reason) {
        return of(reason.definition().text().httpCode(), reason);
    }

    /** With a status that says more than the one of the message. */
    static Response of(int status, Message reason) {
        return response(status, explained(status, reason));
    }

    /** With a list of all that is wrong, each with its place. */
    static Response of(Message reason, List<Message> problems) {
        MessageText text = reason.definition().text();
        ObjectNode body = explained(text.httpCode(), reason);
        ArrayNode list = body.putArray("problems");
        problems.forEach(problem -> list.addObject()
                .put("id", problem.id())
                .put("path", DocumentProblem.path(problem))
                .put("message", problem.text()));
        return response(text.httpCode(), body);
    }

    static Response of(int status, String detail) {
        return response(status, body(status, detail));
    }

    private static ObjectNode explained(int status, Message reason) {
        MessageText text = reason.definition().text();
        return body(status, reason.text())
                .put("messageId", reason.id())
                .put("systemAction", text.systemAction())
                .put("userAction", text.userAction());
    }

    private static ObjectNode body(int status, String detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return Json.object()
                .put("type", "about:blank")
                .put("title", known == null ? "Error" : known.getReasonPhrase())
                .put("status", status)
                .put("detail", detail);
    }

    private static Response response(int status, ObjectNode body) {
        return Response.status(status).type(MEDIA_TYPE).entity(body.toString()).build();
    }
}
