package io.openintegration.daemon.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** JSON in plain ASCII, which every database can store, as trees. */
final class PlainJson {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private PlainJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field that may be missing. */
    static <T> Optional<T> field(JsonNode json, String name, Function<JsonNode, T> reading) {
        return Optional.ofNullable(json.get(name)).map(reading);
    }

    static Optional<Instant> time(JsonNode json, String name) {
        return field(json, name, PlainJson::instant);
    }

    static Instant instant(JsonNode json) {
        return Instant.parse(json.asText());
    }
}
