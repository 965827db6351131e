package io.openintegration.daemon.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.runtime.run.Failure;
import io.openintegration.daemon.spi.FailureOrigin;
import java.util.ArrayList;
import java.util.List;

/** Messages as they were said (see {@link KeptMessage}), each an array of its fields. */
final class MessageJson {

    private MessageJson() {}

    static ArrayNode write(Message message) {
        ArrayNode json = PlainJson.object().arrayNode();
        KeptMessage.fields(message).forEach(json::add);
        return json;
    }

    static ArrayNode write(List<Message> messages) {
        ArrayNode json = PlainJson.object().arrayNode();
        messages.forEach(message -> json.add(write(message)));
        return json;
    }

    static Message read(JsonNode json) {
        List<String> fields = new ArrayList<>();
        json.forEach(field -> fields.add(field.asText()));
        return KeptMessage.messages(fields).get(0);
    }

    static List<Message> readAll(JsonNode json) {
        List<Message> messages = new ArrayList<>();
        json.forEach(message -> messages.add(read(message)));
        return messages;
    }

    static ObjectNode write(Failure failure) {
        return PlainJson.object().put("origin", failure.origin().name()).set("message", write(failure.message()));
    }

    static Failure readFailure(JsonNode json) {
        return new Failure(
                read(json.get("message")),
                FailureOrigin.valueOf(json.get("origin").asText()));
    }
}
