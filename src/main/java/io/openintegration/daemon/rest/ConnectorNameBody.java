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
 */
final class ConnectorNameBody {

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

    private ConnectorNameBody() {}

    static Optional<ConnectorName> read(InputStream body) {
        String text = RequestBody.text(body).strip();
        return text.isEmpty() ? Optional.empty() : name(text).map(ConnectorNameBody::notBlank);
    }

    private static ConnectorName notBlank(String name) {
        if (name.isBlank()) {
            throw new RejectedRequestException(RestMessage.NAME_BLANK.with());
        }
        return new ConnectorName(name.strip());
    }

    private static Optional<String> name(String text) {
        if (text.equals("null")) {
            return Optional.empty();
        }
        if (text.startsWith("[")) {
            throw new RejectedRequestException(RestMessage.BODY_NOT_OBJECT.with());
        }
        if (text.startsWith("{")) {
            return fromObject(RequestBody.json(text));
        }
        if (text.startsWith("\"")) {
            return Optional.of(RequestBody.json(text).asText());
        }
        return Optional.of(text);
    }

    private static Optional<String> fromObject(JsonNode body) {
        for (Iterator<String> fields = body.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            if (!KNOWN_FIELDS.contains(field)) {
                throw new RejectedRequestException(RestMessage.UNKNOWN_FIELD.with(field));
            }
        }
        JsonNode name = body.path("name");
        if (name.isMissingNode() || name.isNull()) {
            return Optional.empty();
        }
        if (!name.isTextual()) {
            throw new RejectedRequestException(RestMessage.FIELD_NOT_TEXT.with("name"));
        }
        return Optional.of(name.textValue());
    }
}
