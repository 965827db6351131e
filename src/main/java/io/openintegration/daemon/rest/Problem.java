package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.documents.DocumentProblem;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.rest.store.BatchRefusedException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Failures as problem details (RFC 9457). */
final class Problem {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final int LONGEST_SHOWN = 200;

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

    /** With what is known of the batch, and of those before it. */
    static Response of(BatchRefusedException refused) {
        int code =
                switch (refused.kind()) {
                    case UNAVAILABLE -> Response.Status.SERVICE_UNAVAILABLE.getStatusCode();
                    case NOT_AUTHORIZED -> Response.Status.FORBIDDEN.getStatusCode();
                    default -> refused.reason().definition().text().httpCode();
                };
        return response(code, explained(code, refused.reason()).setAll(refused.members()));
    }

    static Response of(int status, String detail) {
        return response(status, body(status, detail));
    }

    /** Answers outside of JAX-RS. */
    static void write(HttpServletResponse response, Message reason) throws IOException {
        int status = reason.definition().text().httpCode();
        write(response, status, explained(status, reason));
    }

    /** Answers outside of JAX-RS with a status that needs no words. */
    static void write(HttpServletResponse response, int status) throws IOException {
        write(response, status, body(status, title(status)));
    }

    /** What a caller sent, short enough to be shown. */
    static String shown(String sent) {
        return sent.length() > LONGEST_SHOWN ? sent.substring(0, LONGEST_SHOWN) + "…" : sent;
    }

    private static void write(HttpServletResponse response, int status, ObjectNode body) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode explained(int status, Message reason) {
        MessageText text = reason.definition().text();
        return body(status, reason.text())
                .put("messageId", reason.id())
                .put("systemAction", text.systemAction())
                .put("userAction", text.userAction());
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }

    private static ObjectNode body(int status, String detail) {
        return Json.object()
                .put("type", "about:blank")
                .put("title", title(status))
                .put("status", status)
                .put("detail", detail);
    }

    private static Response response(int status, ObjectNode body) {
        return Response.status(status).type(MEDIA_TYPE).entity(body.toString()).build();
    }
}
