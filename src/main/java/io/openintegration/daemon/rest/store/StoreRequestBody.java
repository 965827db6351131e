package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Refusals;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The fields of a request. A field that is null counts as absent, an unknown one is ignored, as the peer does; one of
 * the wrong kind is refused with {@code OPEN-METADATA-STORE-400-003}.
 *
 * @param operation the peer's name of the operation, for messages
 */
record StoreRequestBody(JsonNode json, String operation) {

    /** As much of a source as is kept with what is made for it. */
    private static final int LONGEST_SOURCE_GUID = 255;

    private static final int LONGEST_SOURCE_NAME = 1_000_000;

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

    /** @throws io.openintegration.daemon.metadata.MetadataStoreException {@code OMAG-COMMON-400-006} where it is absent */
    String requiredName(String field) {
        return name(field).orElseThrow(() -> Refusals.missingValue(operation, field));
    }

    /** The texts of an array; none where it is absent. */
    List<String> names(String field) {
        List<String> names = new ArrayList<>();
        value(field).ifPresent(array -> {
            if (!array.isArray()) {
                throw Refusals.wrongKind(operation, field, "an array of texts");
            }
            array.forEach(name -> {
                if (!name.isTextual()) {
                    throw Refusals.wrongKind(operation, field, "an array of texts");
                }
                names.add(name.textValue());
            });
        });
        return names;
    }

    /** The constant of that name. */
    <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        return name(field).map(name -> {
            List<String> names =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
            if (!names.contains(name)) {
                throw Refusals.wrongKind(operation, field, "one of " + String.join(", ", names));
            }
            return Enum.valueOf(type, name);
        });
    }

    /** A date, as milliseconds since 1970 or as ISO 8601 has it. */
    Optional<Instant> time(String field) {
        return value(field).map(value -> {
            if (value.isIntegralNumber() && value.canConvertToLong()) {
                return Instant.ofEpochMilli(value.longValue());
            }
            try {
                return OffsetDateTime.parse(value.asText()).toInstant();
            } catch (DateTimeParseException e) {
                throw Refusals.wrongKind(
                        operation, field, "a date: milliseconds since 1970, or such as 2021-02-02T20:57:50.647+00:00");
            }
        });
    }

    /** The properties in a field; none where it is absent. */
    ElementProperties properties(String field) {
        return new PropertyReader(operation).properties(json.get(field), field);
    }

    Optional<StoreRequestBody> object(String field) {
        return value(field).map(value -> {
            if (!value.isObject()) {
                throw Refusals.wrongKind(operation, field, "an object");
            }
            return new StoreRequestBody(value, operation);
        });
    }

    /** Texts by text; none where the field is absent. */
    Map<String, String> textMap(String field) {
        Map<String, String> texts = new TreeMap<>();
        object(field).ifPresent(map -> map.json().properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                throw Refusals.wrongKind(operation, field, "an object of texts");
            }
            texts.put(entry.getKey(), entry.getValue().textValue());
        }));
        return texts;
    }

    /**
     * The metadata source that the request speaks for. It is known by its GUID, as the peer has it: a name alone is
     * none, and one that gives no name is called by its GUID.
     */
    Optional<MetadataSource> source() {
        Optional<String> guid = name("externalSourceGUID", LONGEST_SOURCE_GUID);
        Optional<String> name = name("externalSourceName", LONGEST_SOURCE_NAME);
        return guid.map(given -> new MetadataSource(new Guid(given), new QualifiedName(name.orElse(given))));
    }

    private Optional<String> name(String field, int longest) {
        Optional<String> name = name(field);
        if (name.filter(given -> given.length() > longest).isPresent()) {
            throw Refusals.wrongKind(operation, field, "of at the most " + longest + " characters");
        }
        return name;
    }

    /**
     * Refuses what this store does not do, where the request asks for it: a null, an empty text or array, and false ask
     * for nothing.
     *
     * @throws io.openintegration.daemon.metadata.MetadataStoreException {@code OPEN-METADATA-STORE-400-004}
     */
    void refuse(String... fields) {
        for (String field : fields) {
            value(field)
                    .filter(value -> value.isContainerNode()
                            ? !value.isEmpty()
                            : !value.asText().isEmpty() && !value.asText().equals("false"))
                    .ifPresent(asked -> {
                        throw Refusals.notSupported(operation, field);
                    });
        }
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
