package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.spi.ConnectorName;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * The connector that a restart or refresh names in its body. The generations of Egeria send it as bare text, as a JSON
 * string, or as a {@code NameRequestBody}; no name means all connectors. Any field that no generation documents is an
 * error, so that a slip of the pen never means "all".
 *
 * @param requestId what the caller calls its request, as Egeria 6's clients do
 */
record ConnectorNameBody(Optional<ConnectorName> name, Optional<String> requestId) {

    /** The fields that a NameRequestBody has in any generation. */
    private static final Set<String> KNOWN_FIELDS = Set.of(
            "class",
            "name",
            "nameParameterName",
            "namePropertyName",
            "requestId",
            "effectiveTime",
            "asOfTime",
            "forLineage",
            "forDuplicateProcessing",
            "startFrom",
            "pageSize",
            "limitResultsByStatus",
            "sequencingOrder",
            "sequencingProperty",
            "metadataElementTypeName",
            "metadataElementSubtypeNames",
            "skipRelationships",
            "includeOnlyRelationships",
            "relationshipsPageSize",
            "skipClassifiedElements",
            "includeOnlyClassifiedElements",
            "graphQueryDepth",
            "maxMermaidNodeCount",
            "governanceZoneFilter",
            "anchorGUID",
            "anchorDomainName",
            "anchorScopeGUID");

    static ConnectorNameBody read(InputStream body) {
        String text = RequestBody.text(body).strip();
        if (text.isEmpty() || text.equals("null")) {
            return new ConnectorNameBody(Optional.empty(), Optional.empty());
        }
        if (text.startsWith("[")) {
            throw new RejectedRequestException(RestMessage.BODY_NOT_OBJECT.with());
        }
        if (text.startsWith("{")) {
            return fromObject(RequestBody.json(text));
        }
        String name = text.startsWith("\"") ? RequestBody.json(text).asText() : text;
        return new ConnectorNameBody(Optional.of(notBlank(name)), Optional.empty());
    }

    private static ConnectorName notBlank(String name) {
        if (name.isBlank()) {
            throw new RejectedRequestException(RestMessage.NAME_BLANK.with());
        }
        return new ConnectorName(name.strip());
    }

    private static ConnectorNameBody fromObject(JsonNode body) {
        for (Iterator<String> fields = body.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            if (!KNOWN_FIELDS.contains(field)) {
                throw new RejectedRequestException(RestMessage.UNKNOWN_FIELD.with(field));
            }
        }
        return new ConnectorNameBody(text(body, "name").map(ConnectorNameBody::notBlank), text(body, "requestId"));
    }

    private static Optional<String> text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new RejectedRequestException(RestMessage.FIELD_NOT_TEXT.with(field));
        }
        return Optional.of(value.textValue());
    }
}
