package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** JSON as bytes. Written in ASCII, so that text comes through whatever its characters, halves of surrogate pairs too. */
final class WireJson {

    private static final int DEEPEST = 64;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // what the parser says must not quote the answer
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private WireJson() {}

    static ObjectNode empty() {
        return MAPPER.createObjectNode();
    }

    static byte[] bytes(JsonNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can always be written", e);
        }
    }

    /** @throws WireException where it is not JSON, or no object */
    static ObjectNode object(byte[] bytes) throws WireException {
        JsonNode json;
        try {
            json = MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? "no JSON at all"
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new WireException(Trouble.NOT_JSON, where, e);
        } catch (IOException e) {
            // bytes that are no UTF-8
            throw new WireException(Trouble.NOT_JSON, "characters in no known encoding", e);
        }
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw new WireException(Trouble.NOT_JSON, json.isMissingNode() ? "it is empty" : "it is no JSON object", null);
    }
}
