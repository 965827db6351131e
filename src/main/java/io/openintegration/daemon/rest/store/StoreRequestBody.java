package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.Refusals;
import java.util.Optional;

/**
 * The fields of a request. A field that is null counts as absent, an unknown one is ignored, as the peer does; one of
 * the wrong kind is refused with {@code OPEN-METADATA-STORE-400-003}.
 *
 * @param operation the peer's name of the operation, for messages
 */
record StoreRequestBody(JsonNode json, String operation) {

    /** @param json null and JSON null are a body without fields */
    static StoreRequestBody of(JsonNode json, String operation) {
        if (json == null || json.isNull() || json.isMissingNode()) {
            return new StoreRequestBody(JsonNodeFactory.instance.objectNode(), operation);
        }
        if (!json.isObject()) {
            throw Refusals.wrongKind(operation, "body", "an object");
        }
        return new StoreRequestBody(json, operation);
    }

    /** Empty where the field is absent or blank. */
    Optional<String> name(String field) {
        return text(field).filter(text -> !text.isBlank());
    }

    Optional<String> text(String field) {
        return value(field).map(value -> {
            if (!value.isTextual()) {
                throw Refusals.wrongKind(operation, field, "text");
            }
            return value.textValue();
        });
    }

    boolean flag(String field, boolean otherwise) {
        return value(field)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw Refusals.wrongKind(operation, field, "true or false");
                    }
                    return value.booleanValue();
                })
                .orElse(otherwise);
    }

    /** The page asked for; one larger than {@code largest} is refused. */
    Paging page(int largest) {
        int size = number("pageSize");
        if (size > largest) {
            throw Refusals.pageTooLarge(operation, size, largest);
        }
        return page(size, largest);
    }

    /** The page asked for, cut to {@code largest}. */
    Paging pageCutTo(int largest) {
        return page(Math.min(number("pageSize"), largest), largest);
    }

    private Paging page(int size, int largest) {
        int start = number("startFrom");
        if (start < 0) {
            throw Refusals.negativeStart(operation, start);
        }
        if (size < 0) {
            throw Refusals.negativePageSize(operation, size);
        }
        return new Paging(start, size == 0 ? largest : size);
    }

    private int number(String field) {
        return value(field)
                .map(value -> {
                    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                        throw Refusals.wrongKind(operation, field, "a whole number");
                    }
                    return value.intValue();
                })
                .orElse(0);
    }

    private Optional<JsonNode> value(String field) {
        return Optional.ofNullable(json.get(field)).filter(value -> !value.isNull());
    }
}
