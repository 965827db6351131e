package io.openintegration.daemon.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.runtime.CommandAnswer;
import io.openintegration.daemon.runtime.CommandAnswer.Part;
import io.openintegration.daemon.runtime.NodeMessage;
import io.openintegration.daemon.runtime.RuntimeMessage;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers to commands as JSON. Unlike what is kept for long, their messages come back with their parameters: callers are answered as
 * if they had asked the node that refused.
 */
final class CommandAnswerJson {

    private CommandAnswerJson() {}

    static String write(CommandAnswer answer) {
        ObjectNode json = PlainJson.object();
        answer.refusal().ifPresent(refusal -> json.set("refusal", write(refusal)));
        ArrayNode skipped = json.putArray("skipped");
        answer.skipped().forEach(reason -> skipped.add(write(reason)));
        ArrayNode parts = json.putArray("parts");
        answer.parts().forEach((connector, part) -> {
            ObjectNode entry =
                    parts.addObject().put("connector", connector.value()).put("ended", part.ended());
            part.run().ifPresent(run -> entry.put("run", run.toString()));
        });
        return PlainJson.write(json);
    }

    static CommandAnswer read(String text) {
        JsonNode json = PlainJson.read(text);
        List<Message> skipped = new ArrayList<>();
        json.get("skipped").forEach(reason -> skipped.add(readMessage(reason)));
        Map<ConnectorName, Part> parts = new LinkedHashMap<>();
        json.get("parts")
                .forEach(entry -> parts.put(
                        new ConnectorName(entry.get("connector").asText()),
                        new Part(
                                entry.get("ended").asBoolean(),
                                PlainJson.field(entry, "run", run -> RunId.of(run.asText())))));
        return new CommandAnswer(PlainJson.field(json, "refusal", CommandAnswerJson::readMessage), skipped, parts);
    }

    private static ObjectNode write(Message message) {
        ObjectNode json = PlainJson.object();
        json.set("said", MessageJson.write(message));
        ArrayNode parameters = json.putArray("parameters");
        message.parameters().forEach(parameters::add);
        return json;
    }

    private static Message readMessage(JsonNode json) {
        Message said = MessageJson.read(json.get("said"));
        List<String> parameters = new ArrayList<>();
        json.get("parameters").forEach(parameter -> parameters.add(parameter.asText()));
        return known(said.id())
                .map(definition -> new Message(definition, parameters))
                .orElse(said);
    }

    private static Optional<MessageDefinition> known(String id) {
        return Stream.<MessageDefinition>concat(Stream.of(RuntimeMessage.values()), Stream.of(NodeMessage.values()))
                .filter(definition -> definition.id().equals(id))
                .findFirst();
    }
}
