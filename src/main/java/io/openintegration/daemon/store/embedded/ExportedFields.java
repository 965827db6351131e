package io.openintegration.daemon.store.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.metadata.ElementVersions;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The fields of one line of an export. What is not as it should be is an {@link IllegalArgumentException} with words. */
record ExportedFields(JsonNode json) {

    ExportedFields {
        if (!json.isObject()) {
            throw new IllegalArgumentException("it must be an object of one field, an object, too");
        }
    }

    /** The same; there must be no other fields than these, for what they mean would be lost. */
    ExportedFields only(String... names) {
        List<String> known = List.of(names);
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("the field " + name + " is not known");
            }
        });
        return this;
    }

    String text(String name) {
        return checked(name, json.path(name).isTextual(), "text").textValue();
    }

    long number(String name) {
        JsonNode value = json.path(name);
        return checked(name, value.isIntegralNumber() && value.canConvertToLong(), "a whole number")
                .longValue();
    }

    int smallNumber(String name) {
        long value = number(name);
        checked(name, value >= 0 && value <= Integer.MAX_VALUE, "from 0 to " + Integer.MAX_VALUE);
        return (int) value;
    }

    Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    Guid guid(String name) {
        String guid = text(name);
        checked(name, GuidColumn.isPossible(guid), "a UUID in lower case");
        return new Guid(guid);
    }

    Optional<Guid> optionalGuid(String name) {
        return json.has(name) ? Optional.of(guid(name)) : Optional.empty();
    }

    JsonNode object(String name) {
        return checked(name, json.path(name).isObject(), "an object");
    }

    Optional<MetadataSource> source() {
        if (!json.has("source")) {
            return Optional.empty();
        }
        ExportedFields source = new ExportedFields(object("source")).only("guid", "name");
        return Optional.of(new MetadataSource(new Guid(source.text("guid")), new QualifiedName(source.text("name"))));
    }

    ElementVersions versions() {
        long version = number("version");
        checked("version", version > 0, "1 or more");
        return new ElementVersions(
                new UserId(text("createdBy")),
                new UserId(text("updatedBy")),
                time("createTime"),
                time("updateTime"),
                version);
    }

    private JsonNode checked(String name, boolean fits, String expected) {
        if (!fits) {
            throw new IllegalArgumentException("the field " + name + " must be there, and be " + expected);
        }
        return json.path(name);
    }
}
