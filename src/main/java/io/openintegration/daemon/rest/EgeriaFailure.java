package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.metadata.UserId;
import java.util.Optional;

/**
 * A failure as Egeria's clients want it: in the response class of the operation, with every {@code exception} field.
 *
 * @param user in whose name the request was made, if that was found out
 * @param server the named server of the path, if there is one
 * @param requestId what the request calls itself
 */
record EgeriaFailure(FamilyOperation operation, Optional<UserId> user, Optional<String> server, String requestId) {

    /** @param causedBy what led to the failure, or null */
    ObjectNode json(ExceptionFamily family, Message reason, Throwable causedBy) {
        MessageText text = reason.definition().text();
        String exceptionClass = operation.generation().exceptionClass(family);
        ObjectNode answer =
                Json.object().put("class", operation.responseClass()).put("relatedHTTPCode", text.httpCode());
        answer.put("exceptionClassName", exceptionClass);
        if (operation.generation() == Generation.CURRENT) {
            answer.put("requestId", requestId).put("exceptionSubclassName", exceptionClass);
        }
        if (causedBy != null) {
            answer.put("exceptionCausedBy", causedBy.getClass().getName());
        }
        answer.put("actionDescription", operation.name())
                .put("exceptionErrorMessage", reason.toString())
                .put("exceptionErrorMessageId", reason.id());
        ArrayNode parameters = answer.putArray("exceptionErrorMessageParameters");
        reason.parameters().forEach(parameters::add);
        answer.put("exceptionSystemAction", text.systemAction()).put("exceptionUserAction", text.userAction());
        ObjectNode properties = properties(family, reason);
        return properties.isEmpty() ? answer : answer.set("exceptionProperties", properties);
    }

    /** What each family of exceptions tells beside the message. */
    private ObjectNode properties(ExceptionFamily family, Message reason) {
        ObjectNode properties = Json.object();
        switch (family) {
            case INVALID_PARAMETER -> ParameterInError.of(reason)
                    .ifPresent(name -> properties.put("parameterName", name));
            case USER_NOT_AUTHORIZED -> user.ifPresent(id -> properties.put("userId", id.value()));
            case PROPERTY_SERVER -> server.ifPresent(name -> properties.put("serverName", name));
        }
        return properties;
    }
}
