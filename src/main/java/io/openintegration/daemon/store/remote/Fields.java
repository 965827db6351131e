package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of an object of an answer. A field that is null counts as absent. */
record Fields(JsonNode json, String name) {

    /** As Egeria writes dates, and as others do: {@code +00:00}, {@code +0000}, {@code Z}. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    Fields {
        json = json == null ? MissingNode.getInstance() : json;
    }

    static Fields of(JsonNode json, String name) throws ShapeException {
        if (json == null || !json.isObject()) {
            throw new ShapeException(name);
        }
        return new Fields(json, name);
    }

    Fields object(String field) throws ShapeException {
        return of(json.get(field), field);
    }

    Optional<Fields> optionalObject(String field) throws ShapeException {
        return isAbsent(field) ? Optional.empty() : Optional.of(object(field));
    }

    /** Absent means empty. */
    List<Fields> objects(String field) throws ShapeException {
        if (isAbsent(field)) {
            return List.of();
        }
        JsonNode array = json.get(field);
        if (!array.isArray()) {
            throw new ShapeException(field);
        }
        List<Fields> objects = new ArrayList<>(array.size());
        for (JsonNode one : array) {
            objects.add(of(one, field));
        }
        return objects;
    }

    String text(String field) throws ShapeException {
        return optionalText(field).orElseThrow(() -> new ShapeException(field));
    }

    /** Blank text counts as absent. */
    Optional<String> optionalText(String field) throws ShapeException {
        if (isAbsent(field)) {
            return Optional.empty();
        }
        if (!json.get(field).isTextual()) {
            throw new ShapeException(field);
        }
        return Optional.of(json.get(field).textValue()).filter(text -> !text.isBlank());
    }

    long number(String field) throws ShapeException {
        JsonNode number = json.path(field);
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw new ShapeException(field);
        }
        return number.longValue();
    }

    boolean flag(String field) throws ShapeException {
        if (!json.path(field).isBoolean()) {
            throw new ShapeException(field);
        }
        return json.get(field).booleanValue();
    }

    Optional<Instant> time(String field) throws ShapeException {
        if (isAbsent(field)) {
            return Optional.empty();
        }
        JsonNode time = json.get(field);
        if (time.isIntegralNumber()) {
            return Optional.of(Instant.ofEpochMilli(time.longValue()));
        }
        try {
            return Optional.of(OffsetDateTime.parse(text(field), TIME).toInstant());
        } catch (DateTimeException e) {
            throw new ShapeException(field);
        }
    }

    private boolean isAbsent(String field) {
        return !json.hasNonNull(field);
    }
}
