package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.rest.Json;
import io.openintegration.daemon.rest.RejectedRequestException;
import io.openintegration.daemon.rest.RequestBody;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the bodies of administration requests. Beside what {@link RequestBody} throws, {@link RejectedRequestException}s say
 * that the body is missing or of another kind ({@code REST-ADMINISTRATION-400-001} to {@code -004}).
 */
final class AdminBody {

    /** Numbers are kept as they are written, since they end up in a document. */
    private static final ObjectReader EXACT = Json.MAPPER
            .reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    private AdminBody() {}

    /** A JSON object. */
    static ObjectNode object(InputStream body, String what) {
        return optionalObject(body)
                .orElseThrow(() -> new RejectedRequestException(AdminMessage.BODY_MISSING.with(what)));
    }

    /** A JSON object; empty where there is no body. */
    static Optional<ObjectNode> optionalObject(InputStream body) {
        return read(body).map(json -> {
            if (json instanceof ObjectNode object) {
                return object;
            }
            throw otherKind("a JSON object");
        });
    }

    /** A JSON list of objects. */
    static ArrayNode objects(InputStream body, String what) {
        JsonNode json =
                read(body).orElseThrow(() -> new RejectedRequestException(AdminMessage.BODY_MISSING.with(what)));
        return objects(json, "a JSON list of objects");
    }

    /** A list of objects. */
    static ArrayNode objects(JsonNode json, String expected) {
        if (json instanceof ArrayNode list) {
            for (JsonNode item : list) {
                if (!item.isObject()) {
                    throw otherKind(expected);
                }
            }
            return list;
        }
        throw otherKind(expected);
    }

    /** A JSON list of texts; an empty one where there is no body, or null. */
    static ArrayNode names(InputStream body) {
        JsonNode json = read(body).orElseGet(Json.MAPPER::createArrayNode);
        if (json.isNull() || (json.isObject() && json.isEmpty())) {
            return Json.MAPPER.createArrayNode();
        }
        if (json instanceof ArrayNode list) {
            return list;
        }
        throw otherKind("a JSON list of severity names");
    }

    /**
     * A text: as it is, or as a JSON string; empty where there is none.
     *
     * @param type of the body; what is said to be JSON has to be a JSON string. Null where nothing is said
     */
    static Optional<String> text(InputStream body, MediaType type) {
        String text = RequestBody.text(body).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean json = MediaType.APPLICATION_JSON_TYPE.isCompatible(type) || text.startsWith("\"");
        String value = json ? string(RequestBody.json(text)) : text;
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
            throw otherKind("a text without control characters");
        }
        return Optional.of(value);
    }

    private static String string(JsonNode json) {
        if (json.isTextual()) {
            return json.textValue();
        }
        throw otherKind("a text: a JSON string, or any text with the content type text/plain");
    }

    /** The text in a field that has to be there. */
    static String text(ObjectNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isTextual()) {
            return value.textValue();
        }
        throw new RejectedRequestException(AdminMessage.WRONG_FIELD.with(field, "text"));
    }

    /** Makes sure that there are no other fields than these, {@code class} and {@code requestId}. */
    static void requireKnown(ObjectNode body, List<String> known) {
        body.properties().stream()
                .map(Map.Entry::getKey)
                .filter(field -> !known.contains(field) && !field.equals("class") && !field.equals("requestId"))
                .findFirst()
                .ifPresent(field -> {
                    throw new RejectedRequestException(
                            AdminMessage.UNKNOWN_FIELD.with(field, String.join(", ", known)));
                });
    }

    private static Optional<JsonNode> read(InputStream body) {
        String text = RequestBody.text(body);
        if (text.isBlank()) {
            return Optional.empty();
        }
        RequestBody.json(text);
        try {
            return Optional.of(EXACT.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the same text was readable a moment ago", e);
        }
    }

    private static RejectedRequestException otherKind(String expected) {
        return new RejectedRequestException(AdminMessage.BODY_OF_OTHER_KIND.with(expected));
    }
}
