package io.openintegration.daemon.connectors.lineage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.openintegration.daemon.connectors.lineage.facts.Stamped;
import java.util.Map;
import java.util.Optional;

/** Looks into the texts of facets. What is not as OpenLineage's specification has it counts as not being there. */
final class Facet {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private Facet() {}

    /** The facet of that name; a missing node where there is none. */
    static JsonNode of(Map<String, Stamped> facets, String name) {
        Stamped told = facets.get(name);
        return told == null ? MissingNode.getInstance() : json(told.text());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("facets are kept as JSON", impossible);
        }
    }

    /** A field that is a text, and not blank. */
    static Optional<String> text(JsonNode facet, String field) {
        return Optional.ofNullable(facet.path(field).textValue()).filter(text -> !text.isBlank());
    }
}
