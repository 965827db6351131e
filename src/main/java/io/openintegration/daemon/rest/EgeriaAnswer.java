package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.metadata.MetadataStoreException;

/** Answers in the form of Egeria's FFDC responses. */
final class EgeriaAnswer {

    private EgeriaAnswer() {}

    /** A successful answer of that class, to be filled. */
    static ObjectNode ok(String responseClass) {
        return Json.object().put("class", responseClass).put("relatedHTTPCode", 200);
    }

    /**
     * A failure.
     *
     * @param action name of the operation that failed
     */
    static ObjectNode failure(AnswersWith operation, String action, DaemonException failure) {
        return failure(operation, action, exceptionClass(failure), failure.reason());
    }

    /** A failure that nobody foresaw. */
    static ObjectNode fault(AnswersWith operation, String action, Message reason) {
        return failure(operation, action, "PropertyServerException", reason);
    }

    private static ObjectNode failure(AnswersWith operation, String action, String exceptionClass, Message reason) {
        MessageText text = reason.definition().text();
        ObjectNode answer = Json.object()
                .put("class", operation.value())
                .put("relatedHTTPCode", text.httpCode())
                .put("exceptionClassName", operation.generation().exceptionClass(exceptionClass))
                .put("actionDescription", action)
                .put("exceptionErrorMessage", reason.toString())
                .put("exceptionErrorMessageId", reason.id())
                .put("exceptionSystemAction", text.systemAction())
                .put("exceptionUserAction", text.userAction());
        ArrayNode parameters = answer.putArray("exceptionErrorMessageParameters");
        reason.parameters().forEach(parameters::add);
        return answer;
    }

    /** The three families of exceptions that Egeria's clients tell apart. */
    private static String exceptionClass(DaemonException failure) {
        int code = failure.reason().definition().text().httpCode();
        boolean foreign = failure instanceof MetadataStoreException store
                && store.kind() == MetadataStoreException.Kind.NOT_AUTHORIZED;
        boolean notAuthorized = foreign || code == 401 || code == 403;
        if (notAuthorized) {
            return "UserNotAuthorizedException";
        }
        return code >= 500 ? "PropertyServerException" : "InvalidParameterException";
    }
}
